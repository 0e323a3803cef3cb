using CloudNetPortal.Push.Journals;

namespace CloudNetPortal.Push.Running;

/// <summary>What the journal knows of one step.</summary>
internal sealed class StepMemory
{
    public int Attempt { get; private set; }
    public Guid? CustomJobId { get; private set; }

    /// <summary>Set while a call is out whose effect is not known.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>An earlier call of ours was lost and may have landed after all: an object found can be ours.</summary>
    public bool MayHaveLanded { get; private set; }

    /// <summary>What was listed before our first call that may have landed.</summary>
    public IReadOnlyList<string>? Known { get; private set; }

    public string? JobId { get; private set; }
    public string? JobObjectId { get; private set; }
    public StepEffect? Effect { get; private set; }
    public IReadOnlyDictionary<string, string> Learned { get; set; } = new Dictionary<string, string>();
    public IReadOnlyList<Proof>? Proofs { get; private set; }
    public OperatorChose? Choice { get; private set; }

    public bool IsProven => Proofs is { } proofs && proofs.All(p => p.Same);

    public void Fold(StepEntry entry)
    {
        switch (entry)
        {
            case StepIntent intent:
                (Attempt, CustomJobId, SentAt, JobId, JobObjectId) = (intent.Attempt, intent.CustomJobId, null, null, null);
                if (!MayHaveLanded) Known = intent.Known;
                break;
            case StepSent sent:
                SentAt = sent.At;
                break;
            case StepJob job:
                (JobId, JobObjectId) = (job.JobId, job.ObjectId);
                break;
            case StepNotSent notSent:
                (SentAt, JobId) = (null, null);
                MayHaveLanded |= !notSent.Certain;
                break;
            case StepRefused:
                (SentAt, JobId) = (null, null);
                break;
            case StepResult result:
                (Effect, Learned, SentAt, JobId) = (result.How, result.Learned, null, null);
                break;
            case StepObserved observed:
                (Proofs, Learned) = (observed.Proofs, observed.Learned);
                break;
            case OperatorChose chose:
                Choice = chose;
                break;
        }
    }
}
