using CloudNetPortal.Push.Journals;

namespace CloudNetPortal.Push;

/// <summary>How a run ended.</summary>
public enum PushOutcomeKind
{
    /// <summary>Every step has its effect, and everything read back is as pushed.</summary>
    Completed,

    /// <summary>CloudStack refused at least one step; what did not depend on it was done.</summary>
    Refused,

    /// <summary>At least one object read back is not as pushed; what depends on it was not started.</summary>
    Differs,

    /// <summary>Several objects could be the one meant: an operator must choose.</summary>
    NeedsChoice,

    /// <summary>Stopped between two steps as asked; a later run goes on.</summary>
    Paused,

    /// <summary>Cancelled as asked: the call in flight was finished, nothing was taken back.</summary>
    Cancelled,

    /// <summary>The keys are refused, or lack commands that the plan needs. Nothing was changed by this run.</summary>
    NotAllowed,

    /// <summary>CloudStack could not be reached, or stayed unclear, for too long; a later run goes on.</summary>
    Unreachable,

    /// <summary>Another worker has taken over.</summary>
    Fenced,
}

/// <summary>The end of a run with the state of every step.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Text">One sentence for people.</param>
/// <param name="Steps">Every step of the plan in order.</param>
public sealed record PushOutcome(PushOutcomeKind Kind, string Text, IReadOnlyList<StepReport> Steps)
{
    /// <summary>All proofs in plan order.</summary>
    public IEnumerable<Proof> Proofs => Steps.SelectMany(s => s.Proofs);
}

/// <summary>Where one step stands.</summary>
public enum StepState
{
    /// <summary>Not yet begun.</summary>
    Waiting,

    /// <summary>Begun, its end is not known.</summary>
    Running,

    /// <summary>Done and read back as pushed.</summary>
    Done,

    /// <summary>Done, but read back otherwise than pushed.</summary>
    Differs,

    /// <summary>Refused by CloudStack.</summary>
    Refused,

    /// <summary>Several objects could be the one meant.</summary>
    NeedsChoice,

    /// <summary>Not begun, since a step it needs has not succeeded; or an operator skipped it, see <see cref="StepReport.SkipReason"/>.</summary>
    Skipped,
}

/// <summary>Where one step stands at the end of a run, or at any moment of it.</summary>
/// <param name="Key">Key of the step.</param>
/// <param name="Title">Its title in the plan.</param>
/// <param name="State">Where it stands.</param>
public sealed record StepReport(string Key, string Title, StepState State)
{
    /// <summary>CloudStack's text of a refusal unchanged, or why the step was skipped.</summary>
    public string? Text { get; init; }

    /// <summary>CloudStack's <c>errorcode</c> of a refusal.</summary>
    public int? Code { get; init; }

    /// <summary>How it came to its effect.</summary>
    public StepEffect? How { get; init; }

    /// <summary>The id of its object.</summary>
    public string? ObjectId { get; init; }

    /// <summary>Why an operator skipped it; null when none did.</summary>
    public string? SkipReason { get; init; }

    /// <summary>What was read back.</summary>
    public IReadOnlyList<Proof> Proofs { get; init; } = [];

    /// <summary>The objects to choose among.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];
}
