namespace CloudNetPortal.Push.Tests.Things;

/// <summary>Remembers what a run reported, and can end the run like a kill at a phase of a step.</summary>
public sealed class Recorder : IPushObserver
{
    public List<PushEvent> Events { get; } = [];

    public (string Step, StepPhase Phase)? DieAt { get; init; }

    public Action<PushEvent>? Then { get; init; }

    public void On(PushEvent happened)
    {
        Events.Add(happened);
        if (happened is PhaseReached reached && DieAt == (reached.Key, reached.Phase)) throw new KilledException();
        Then?.Invoke(happened);
    }
}

/// <summary>Nothing after this runs, as after a kill; what the journal holds is all that is left.</summary>
public sealed class KilledException : Exception;
