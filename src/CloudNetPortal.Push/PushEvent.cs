namespace CloudNetPortal.Push;

/// <summary>Something that happens in a push.</summary>
public abstract record PushEvent;

/// <summary>A step moved.</summary>
/// <param name="Report">Where it stands now.</param>
public sealed record StepMoved(StepReport Report) : PushEvent;

/// <summary>A phase of a step was reached; finer than <see cref="StepMoved"/>, for timelines and drills.</summary>
/// <param name="Key">Key of the step.</param>
/// <param name="Phase">Which.</param>
public sealed record PhaseReached(string Key, StepPhase Phase) : PushEvent;

/// <summary>The push waits, with the reason: CloudStack is away, answers 401 without cause, or an earlier call may still land.</summary>
/// <param name="Key">Key of the step that waits.</param>
/// <param name="Why">For people.</param>
/// <param name="Pause">Until the next look.</param>
public sealed record Waiting(string Key, string Why, TimeSpan Pause) : PushEvent;

/// <summary>The run ended.</summary>
public sealed record RunFinished(PushOutcome Outcome) : PushEvent;

/// <summary>The phases of a step, in order. A kill between any two of them must lose nothing.</summary>
public enum StepPhase
{
    /// <summary>Before anything is written.</summary>
    Begun,

    /// <summary>The look for an existing object is over.</summary>
    Looked,

    /// <summary>The intent is in the journal.</summary>
    Intended,

    /// <summary>“Sent” is in the journal, the bytes go out next.</summary>
    Sending,

    /// <summary>The answer is here, the journal does not know it yet.</summary>
    Answered,

    /// <summary>The job id is in the journal.</summary>
    Following,

    /// <summary>The job has ended, the journal does not know it yet.</summary>
    JobEnded,

    /// <summary>The result is in the journal.</summary>
    Recorded,

    /// <summary>The proof is in the journal.</summary>
    Observed,
}
