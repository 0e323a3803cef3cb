using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.Push.Running;

/// <summary>Follows the job of a step to its end: the first look comes when jobs of its command use to end, later ones less and less often, and outages do not matter.</summary>
internal sealed class JobWatch(CloudStackClient client, JobTimes times, PushPatience patience, IPushObserver observer, TimeProvider time)
{
    // When the first look came too early, the next ones come soon after it.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(15);

    // Shown as a wait from then on, and told anew as often.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    // Who pauses does not wait for a job that may take an hour: its id is in the journal, a later run follows it.
    private static readonly TimeSpan AfterStop = TimeSpan.FromSeconds(30);

    public async Task<CallAnswer> FollowAsync(string step, string command, string jobId, Waits waits)
    {
        var start = time.GetTimestamp();
        var told = Long;
        long? stopping = null;
        var looks = 0;
        var first = times.FirstLook(command, patience.Jobs.First);
        var next = first / 4 > Shortest ? first / 4 : Shortest;
        for (var pause = first; ; pause = next, next = Longer(next))
        {
            await Task.Delay(pause, time, CancellationToken.None);
            var asked = time.GetElapsedTime(start);
            looks++;
            var look = await client.LookAtJobAsync(jobId);
            var lasts = time.GetElapsedTime(start);
            if (!look.IsPending && look.Failure is not { InJob: false })
            {
                waits.Answered();
                times.Took(command, first, looks == 1 ? first : asked, patience.Jobs.Longest);
                return look;
            }
            if (look.Failure is { } failure)
            {
                // A job nobody knows is the caller's to judge; anything else says something about the server only.
                if (failure.Kind is FailureKind.Refused or FailureKind.Gone) return look;
                await waits.TroubleAsync(step, failure);
                continue;
            }
            if (lasts > patience.Jobs.Total)
                throw new RunStoppedException(PushOutcomeKind.Unreachable,
                    $"{command}: its job {jobId} has not ended within {patience.Jobs.Total.TotalMinutes:0.#} minutes. See what it does in CloudStack, end it there if it hangs, then resume: the push looks at the job and at its effect first.");
            if (lasts > told)
            {
                observer.On(new Waiting(step, $"The job of {command} has been running for {lasts.TotalSeconds:0} s", pause));
                told = lasts + Long;
            }
            if (!waits.IsStopAsked) continue;
            stopping ??= time.GetTimestamp();
            if (time.GetElapsedTime(stopping.Value) > AfterStop) waits.ThrowIfStopped();
        }
    }

    private TimeSpan Longer(TimeSpan pause) => pause * patience.Jobs.Growth < patience.Jobs.Longest ? pause * patience.Jobs.Growth : patience.Jobs.Longest;
}
