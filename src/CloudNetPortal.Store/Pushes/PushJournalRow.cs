using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Pushes;

/// <summary>One thing that happened in a push, for ever: intent, sent, job, result, observed … An entry under an old fencing number is refused by the database.</summary>
public sealed class PushJournalRow
{
    /// <summary>Order of the entries.</summary>
    public long Number { get; private set; }

    public required Guid RunId { get; init; }

    /// <summary>Number the worker holds the zone's lease under.</summary>
    public required long Fence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Kind of entry: run, intent, sent, job, notSent, result, observed, refused, ambiguous, chose, ended.</summary>
    [MaxLength(20)]
    public required string Kind { get; init; }

    /// <summary>Key of the step in the plan; null for the run's own entries.</summary>
    [MaxLength(300)]
    public string? Step { get; init; }

    /// <summary>The whole entry. Text, not jsonb: what is read must be what was written.</summary>
    public required string EntryJson { get; init; }
}
