using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.Push.Running;

/// <summary>
/// The waits of one step: growing pauses while CloudStack is away, stoppable at any moment, given up after the longest outage. Reads and writes have an outage
/// each, shared by all steps: a server that answers reads and refuses every write is in trouble all the same.
/// </summary>
internal sealed class Waits(PushPatience patience, PushControl control, IPushObserver observer, TimeProvider time, Outage outage, CancellationToken stop)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private TimeSpan _pause = patience.FirstPause;

    /// <summary>CloudStack answered: the next trouble starts with a short pause again.</summary>
    public void Answered()
    {
        outage.Over();
        _pause = patience.FirstPause;
    }

    /// <summary>CloudStack is in trouble: wait, or give up.</summary>
    public async Task TroubleAsync(string step, CallFailure failure)
    {
        if (outage.Lasts() > patience.Outage)
            throw new RunStoppedException(PushOutcomeKind.Unreachable,
                $"CloudStack has not answered usefully for {patience.Outage.TotalMinutes:0.#} minutes: {failure.Text} Look at its log and at what lies between; then resume, and the push looks before it repeats anything.");
        var pause = failure.RetryAfter is { } asked && asked > _pause ? asked : _pause;
        await PauseAsync(step, $"CloudStack is in trouble ({failure})", pause);
        _pause = _pause * 2 < patience.LongestPause ? _pause * 2 : patience.LongestPause;
    }

    /// <summary>Waits once; an operator's pause or cancel ends the waiting and the run.</summary>
    public async Task PauseAsync(string step, string why, TimeSpan pause)
    {
        observer.On(new Waiting(step, why, pause));
        var start = time.GetTimestamp();
        while (true)
        {
            ThrowIfStopped();
            var left = pause - time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero) return;
            await Task.Delay(left < Glance ? left : Glance, time, CancellationToken.None);
        }
    }

    /// <summary>Whether the run is to end as soon as nothing is in flight.</summary>
    public bool IsStopAsked => control.IsCancelAsked || control.IsPauseAsked || stop.IsCancellationRequested;

    /// <summary>Ends the run between two steps, or within a wait, when that was asked for.</summary>
    public void ThrowIfStopped()
    {
        if (control.IsCancelAsked) throw new RunStoppedException(PushOutcomeKind.Cancelled, "Cancelled. What was made stays; nothing was taken back.");
        if (IsStopAsked) throw new RunStoppedException(PushOutcomeKind.Paused, "Paused. A later run goes on from here.");
    }
}
