using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.Push.Running;

/// <summary>Waits with growing pauses while CloudStack is away, stays stoppable, and gives up after the longest outage. Reads and writes have one each:
/// a server that answers reads and refuses every write is in trouble all the same.</summary>
internal sealed class Waits(PushPatience patience, PushControl control, IPushObserver observer, TimeProvider time, CancellationToken stop)
{
    private long? _awaySince;
    private TimeSpan _pause = patience.FirstPause;

    /// <summary>CloudStack answered: the next trouble starts with a short pause again.</summary>
    public void Answered() => (_awaySince, _pause) = (null, patience.FirstPause);

    /// <summary>CloudStack is in trouble: wait, or give up.</summary>
    public async Task TroubleAsync(string step, CallFailure failure)
    {
        _awaySince ??= time.GetTimestamp();
        if (time.GetElapsedTime(_awaySince.Value) > patience.Outage)
            throw new RunStoppedException(PushOutcomeKind.Unreachable, $"CloudStack has not answered usefully for {patience.Outage.TotalMinutes:0.#} minutes: {failure.Text}");
        var pause = failure.RetryAfter is { } asked && asked > _pause ? asked : _pause;
        await PauseAsync(step, $"CloudStack is in trouble ({failure})", pause);
        _pause = _pause * 2 < patience.LongestPause ? _pause * 2 : patience.LongestPause;
    }

    /// <summary>Waits once; an operator's pause or cancel ends the waiting and the run.</summary>
    public async Task PauseAsync(string step, string why, TimeSpan pause)
    {
        observer.On(new Waiting(step, why, pause));
        for (var left = pause; ; left -= TimeSpan.FromMilliseconds(200))
        {
            ThrowIfStopped();
            if (left <= TimeSpan.Zero) return;
            await Task.Delay(left < TimeSpan.FromMilliseconds(200) ? left : TimeSpan.FromMilliseconds(200), time, CancellationToken.None);
        }
    }

    /// <summary>Ends the run between two steps, or within a wait, when that was asked for.</summary>
    public void ThrowIfStopped()
    {
        if (control.IsCancelAsked) throw new RunStoppedException(PushOutcomeKind.Cancelled, "Cancelled. What was made stays; nothing was taken back.");
        if (control.IsPauseAsked || stop.IsCancellationRequested) throw new RunStoppedException(PushOutcomeKind.Paused, "Paused. A later run goes on from here.");
    }
}
