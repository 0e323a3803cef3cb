using System.Collections.Concurrent;
using CloudNetPortal.Push;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>What a running push is doing at this moment, as far as the journal does not hold it: what it waits for. Tells open pages at each step.</summary>
internal sealed class PushBoard(LiveUpdates updates)
{
    private readonly ConcurrentDictionary<Guid, Waiting> _waiting = new();

    /// <summary>What it waits for; null when it does not wait.</summary>
    public Waiting? WaitsFor(Guid runId) => _waiting.GetValueOrDefault(runId);

    public void Forget(Guid runId) => _waiting.TryRemove(runId, out _);

    public IPushObserver Observe(Guid runId) => new Observer(this, runId);

    private void Happened(Guid runId, PushEvent happened)
    {
        if (happened is Waiting waiting)
            _waiting[runId] = waiting;
        else if (happened is not PhaseReached || _waiting.ContainsKey(runId))
            _waiting.TryRemove(runId, out _);
        if (happened is not PhaseReached { Phase: StepPhase.Begun or StepPhase.Looked or StepPhase.Sending })
            updates.Tell(Topic.Push(runId));
    }

    private sealed class Observer(PushBoard board, Guid runId) : IPushObserver
    {
        public void On(PushEvent happened) => board.Happened(runId, happened);
    }
}
