using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Running;

namespace CloudNetPortal.Push.Acting;

/// <summary>A call is out and its answer is lost: find its job, else its effect; only after its longest time may it be repeated.</summary>
internal sealed class LostCall(CallAct act, StepTurn turn)
{
    private int _lost;

    public async Task<StepReport?> SettleAsync(bool jobEnded = false)
    {
        var (memory, step) = (turn.Memory, turn.Step);
        if (memory.JobId is { } known && !jobEnded) return await act.FollowToEndAsync(known, memory.JobObjectId, this);
        var longest = TimeSpan.FromSeconds(step.LongestSeconds);
        if (turn.Patience.LandingLimit is { } limit && limit < longest) longest = limit;
        for (var seenBefore = false; ;)
        {
            if (memory.CustomJobId is { } custom && !jobEnded && await turn.Reads.JobExistsAsync(step.Key, custom.ToString())) return await act.FollowToEndAsync(custom.ToString(), null, this);
            var since = SinceSent(memory);
            var isOver = jobEnded || since >= longest;
            var seen = await act.SeeEffectAsync();
            if (seen.End is not null) return seen.End;
            // The row of an asynchronous create exists a moment before its job can be found: look once more before believing it.
            if (seen.IsEffect && (seenBefore || isOver || !step.IsAsync))
            {
                await turn.RecordAsync(StepEffect.Recovered, seen.Row, null);
                return null;
            }
            seenBefore = seen.IsEffect;
            if (isOver)
            {
                if (++_lost >= turn.Patience.Attempts)
                    throw new RunStoppedException(PushOutcomeKind.Unreachable,
                        $"{step.Title}: the answer was lost {_lost} times and no effect can be found. Something between here and CloudStack loses answers; mend that, then resume.");
                await turn.NothingHappenedAsync(jobEnded ? "Its job ended without a result, and no effect is found." : "No effect is found after its longest time.", certain: jobEnded);
                return null;
            }
            var pause = seenBefore ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(Math.Clamp(since.TotalSeconds / 4, 0.2, 5));
            await turn.Waits.PauseAsync(step.Key, $"The answer of {step.Command} is lost; it may still take effect. Looked for, and not repeated, until {longest.TotalSeconds:0} s are over", longest - since < pause ? longest - since : pause);
        }
    }

    // A call sent by this process: its steady clock alone counts. One sent by another: what all clocks agree has passed, so that one that was moved makes nobody hurry.
    private TimeSpan SinceSent(StepMemory memory)
    {
        if (memory.Sent is not { } sent) return TimeSpan.Zero;
        if (memory.SentHere is { } here) return turn.Time.GetElapsedTime(here);
        var since = turn.Now - sent.At;
        if (sent.CloudAt is { } then && turn.Scene.Client.ServerNow is { } now && now - then < since) since = now - then;
        var watched = turn.Time.GetElapsedTime(turn.Scene.Memory.LoadedAt);
        return since > watched ? since : watched;
    }
}
