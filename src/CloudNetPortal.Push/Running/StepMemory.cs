using CloudNetPortal.Push.Journals;

namespace CloudNetPortal.Push.Running;

/// <summary>What the journal knows of one step.</summary>
internal sealed class StepMemory
{
    public int Attempt { get; private set; }
    public Guid? CustomJobId { get; private set; }

    /// <summary>Set while a call is out whose effect is not known.</summary>
    public StepSent? Sent { get; private set; }

    /// <summary>When this process stored <see cref="Sent"/>, by its steady clock; null when another process did.</summary>
    public long? SentHere { get; private set; }

    /// <summary>An earlier call of ours was lost and may have landed after all: an object found can be ours.</summary>
    public bool MayHaveLanded { get; private set; }

    /// <summary>An object that is found can be the effect of a call of ours.</summary>
    public bool CanHaveLanded => Sent is not null || MayHaveLanded;

    /// <summary>What was listed before our first call that may have landed.</summary>
    public IReadOnlyList<string>? Known { get; private set; }

    public string? JobId { get; private set; }
    public string? JobObjectId { get; private set; }
    public StepEffect? Effect { get; private set; }

    /// <summary>This process's own call made the object: nothing that belongs to it can have been there before.</summary>
    public bool MadeHere { get; private set; }

    public IReadOnlyDictionary<string, string> Learned { get; set; } = new Dictionary<string, string>();
    public IReadOnlyList<Proof>? Proofs { get; private set; }
    public OperatorChose? Choice { get; private set; }
    public OperatorSkipped? Skip { get; private set; }

    public bool IsProven => Proofs is { } proofs && proofs.All(p => p.Same);

    public void Fold(StepEntry entry, long? now)
    {
        switch (entry)
        {
            case StepIntent intent:
                (Attempt, CustomJobId, Sent, JobId, JobObjectId) = (intent.Attempt, intent.CustomJobId, null, null, null);
                if (!MayHaveLanded) Known = intent.Known;
                break;
            case StepSent sent:
                (Sent, SentHere) = (sent, now);
                break;
            case StepJob job:
                (JobId, JobObjectId) = (job.JobId, job.ObjectId);
                break;
            case StepNotSent notSent:
                (Sent, JobId) = (null, null);
                MayHaveLanded |= !notSent.Certain;
                break;
            case StepRefused:
                (Sent, JobId) = (null, null);
                break;
            case StepResult result:
                (Effect, Learned, Sent, JobId) = (result.How, result.Learned, null, null);
                MadeHere = now is not null && result.How == StepEffect.Called && !MayHaveLanded;
                break;
            case StepObserved observed:
                (Proofs, Learned) = (observed.Proofs, observed.Learned);
                break;
            case OperatorChose chose:
                Choice = chose;
                break;
            case OperatorSkipped skipped:
                Skip = skipped;
                break;
        }
    }
}
