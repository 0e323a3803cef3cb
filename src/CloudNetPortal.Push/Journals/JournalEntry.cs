using System.Text.Json.Serialization;

namespace CloudNetPortal.Push.Journals;

/// <summary>One thing that happened in a push. Entries hold no secret: arguments are not in them, the plan has those.</summary>
/// <param name="At">When, UTC, by the clock of the worker.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "entry")]
[JsonDerivedType(typeof(RunStarted), "run")]
[JsonDerivedType(typeof(StepIntent), "intent")]
[JsonDerivedType(typeof(StepSent), "sent")]
[JsonDerivedType(typeof(StepJob), "job")]
[JsonDerivedType(typeof(StepNotSent), "notSent")]
[JsonDerivedType(typeof(StepResult), "result")]
[JsonDerivedType(typeof(StepObserved), "observed")]
[JsonDerivedType(typeof(StepRefused), "refused")]
[JsonDerivedType(typeof(StepAmbiguous), "ambiguous")]
[JsonDerivedType(typeof(OperatorChose), "chose")]
[JsonDerivedType(typeof(OperatorSkipped), "skipped")]
[JsonDerivedType(typeof(RunEnded), "ended")]
public abstract record JournalEntry(DateTimeOffset At);

/// <summary>A run began or went on. A journal belongs to one plan.</summary>
public sealed record RunStarted(DateTimeOffset At, string PlanHash, string Worker) : JournalEntry(At);

/// <summary>An entry about one step.</summary>
public abstract record StepEntry(DateTimeOffset At, string Step) : JournalEntry(At);

/// <summary>The step will be sent. Without a <see cref="StepSent"/> after it nothing has left this machine.</summary>
/// <param name="At">When.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="CustomJobId">The job id that goes along with an asynchronous call.</param>
/// <param name="Known">Ids that were listed before, for objects without a natural key: only one that is not among them can be ours.</param>
public sealed record StepIntent(DateTimeOffset At, string Step, int Attempt, Guid? CustomJobId, IReadOnlyList<string>? Known = null) : StepEntry(At, Step);

/// <summary>The call is going out now. Without a later entry its effect is unknown.</summary>
/// <param name="At">When.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="CloudAt">The same moment by CloudStack's clock: whoever goes on may have another clock than the one who sent.</param>
public sealed record StepSent(DateTimeOffset At, string Step, int Attempt, DateTimeOffset? CloudAt = null) : StepEntry(At, Step);

/// <summary>The call was accepted and goes on as a job.</summary>
public sealed record StepJob(DateTimeOffset At, string Step, string JobId, string? ObjectId) : StepEntry(At, Step);

/// <summary>The call may be repeated.</summary>
/// <param name="At">When.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="Why">For people.</param>
/// <param name="Certain">True when it had no effect for certain (no connection, rate limit); false when its answer was lost and nothing was found after its longest time.</param>
public sealed record StepNotSent(DateTimeOffset At, string Step, string Why, bool Certain = true) : StepEntry(At, Step);

/// <summary>The step has its effect: the call succeeded, or the object was there already.</summary>
/// <param name="At">When.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="How">Called, or found and adopted.</param>
/// <param name="Learned">The object's <c>id</c> and the other fields that later steps refer to.</param>
public sealed record StepResult(DateTimeOffset At, string Step, StepEffect How, IReadOnlyDictionary<string, string> Learned) : StepEntry(At, Step);

/// <summary>The object was read back and compared. A step without a read-back is observed with an empty proof.</summary>
public sealed record StepObserved(DateTimeOffset At, string Step, IReadOnlyList<Proof> Proofs, IReadOnlyDictionary<string, string> Learned) : StepEntry(At, Step);

/// <summary>CloudStack said no.</summary>
/// <param name="At">When.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="Code">Its <c>errorcode</c>.</param>
/// <param name="CsCode">Its <c>cserrorcode</c>.</param>
/// <param name="Text">Its text, unchanged.</param>
public sealed record StepRefused(DateTimeOffset At, string Step, int? Code, int? CsCode, string Text) : StepEntry(At, Step);

/// <summary>Several objects could be the one meant; the push waits for an operator.</summary>
public sealed record StepAmbiguous(DateTimeOffset At, string Step, IReadOnlyList<Candidate> Candidates) : StepEntry(At, Step);

/// <summary>An operator chose one of the candidates, or none of them (then a new object is made).</summary>
public sealed record OperatorChose(DateTimeOffset At, string Step, string? ObjectId) : StepEntry(At, Step);

/// <summary>An operator decided that the step is not done. What only comes after it goes on; what needs its object stays undone.</summary>
/// <param name="At">When.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="Reason">In the operator's words.</param>
/// <param name="By">Name of the operator.</param>
public sealed record OperatorSkipped(DateTimeOffset At, string Step, string Reason, string By) : StepEntry(At, Step);

/// <summary>A run ended in order; a killed run leaves none of these.</summary>
public sealed record RunEnded(DateTimeOffset At, PushOutcomeKind Outcome) : JournalEntry(At);

/// <summary>How a step came to have its effect.</summary>
public enum StepEffect
{
    /// <summary>Our call made it.</summary>
    Called,

    /// <summary>It was there already, and no call of ours made it.</summary>
    Adopted,

    /// <summary>A call of ours made it whose answer was lost; it was found by looking.</summary>
    Recovered,
}

/// <summary>An object that could be the one meant.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fields">What tells it from the others: the plain fields CloudStack lists.</param>
public sealed record Candidate(string Id, IReadOnlyDictionary<string, string> Fields);
