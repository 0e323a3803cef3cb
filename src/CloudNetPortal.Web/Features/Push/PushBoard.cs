using System.Collections.Concurrent;
using CloudNetPortal.Push;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>What the running pushes of this portal are doing at this moment, as far as the journal does not hold it: what their steps wait for. Tells open pages at each step.</summary>
internal sealed class PushBoard(LiveUpdates updates)
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<string, Waiting>> _waiting = new();

    /// <summary>What its steps wait for; empty when none does.</summary>
    public IReadOnlyList<Waiting> WaitsFor(Guid runId) => _waiting.TryGetValue(runId, out var waits) ? [.. waits.Values.OrderBy(w => w.Key, StringComparer.Ordinal)] : [];

    public void Forget(Guid runId) => _waiting.TryRemove(runId, out _);

    public IPushObserver Observe(Guid runId) => new Observer(this, runId);

    private void Happened(Guid runId, PushEvent happened)
    {
        var waits = _waiting.GetOrAdd(runId, _ => new());
        if (happened is Waiting waiting)
            waits[waiting.Key] = waiting;
        else if (happened is PhaseReached { Phase: not (StepPhase.Begun or StepPhase.Looked or StepPhase.Intended or StepPhase.Sending) } reached)
            waits.TryRemove(reached.Key, out _);
        else if (happened is StepMoved moved)
            waits.TryRemove(moved.Report.Key, out _);
        if (happened is not PhaseReached { Phase: StepPhase.Begun or StepPhase.Looked or StepPhase.Sending })
            updates.Tell(Topic.Push(runId));
    }

    private sealed class Observer(PushBoard board, Guid runId) : IPushObserver
    {
        public void On(PushEvent happened) => board.Happened(runId, happened);
    }
}
