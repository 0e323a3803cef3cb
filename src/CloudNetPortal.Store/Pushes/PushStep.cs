using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Pushes;

/// <summary>One attempt at one step of a push: what was intended, sent, answered and observed, each with its moment.</summary>
public sealed class PushStep
{
    public required Guid RunId { get; init; }

    /// <summary>Key of the step in the plan.</summary>
    [MaxLength(300)]
    public required string StepKey { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Attempt { get; init; }

    /// <summary>Number the worker held the zone's lease under.</summary>
    public required long Fence { get; init; }

    public required DateTimeOffset IntentAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }
    public DateTimeOffset? ResultAt { get; set; }
    public DateTimeOffset? ObservedAt { get; set; }

    /// <summary>Id sent along so that the job can be found again.</summary>
    [MaxLength(64)]
    public string? CustomJobId { get; set; }

    /// <summary>Id of the job CloudStack answered with.</summary>
    [MaxLength(64)]
    public string? JobId { get; set; }

    /// <summary>Id of the object the step made, found or adopted.</summary>
    [MaxLength(64)]
    public string? ObjectId { get; set; }

    /// <summary>How it went: made, adopted, skipped, refused, unclear …; null while under way.</summary>
    [MaxLength(40)]
    public string? Outcome { get; set; }

    /// <summary>Text of a failure.</summary>
    [MaxLength(8000)]
    public string? Error { get; set; }

    /// <summary>What the journal must give back after a restart, as JSON.</summary>
    public string? RecordJson { get; set; }
}
