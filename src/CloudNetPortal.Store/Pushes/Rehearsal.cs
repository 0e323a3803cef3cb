using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Pushes;

/// <summary>A plan of a change carried out on a practice cloud that holds a copy of the target's state: what would happen, seen before it happens.</summary>
public sealed class Rehearsal
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required Guid ChangeId { get; init; }

    /// <summary>Hash of the plan that is rehearsed; a result for another plan says nothing about this one.</summary>
    [MaxLength(64)]
    public required string PlanHash { get; init; }

    /// <summary>Who asked for it.</summary>
    [MaxLength(100)]
    public required string StartedByName { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Faults drawn by lot from this number; null for none.</summary>
    public int? Seed { get; init; }

    public RehearsalState State { get; private set; }

    /// <summary>When the portal that carries it out last said so.</summary>
    public DateTimeOffset? AliveAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How it ended, one sentence.</summary>
    [MaxLength(4000)]
    public string? Text { get; private set; }

    /// <summary>How each step ended, as JSON; null before the end.</summary>
    public string? ResultJson { get; private set; }

    /// <summary>A portal begins it, or says that it still carries it out.</summary>
    public void CarryOn(DateTimeOffset now) => (State, AliveAt) = (RehearsalState.Running, now);

    /// <summary>Its end.</summary>
    public void End(bool passed, string text, string? resultJson, DateTimeOffset now) =>
        (State, Text, ResultJson, EndedAt) = (passed ? RehearsalState.Passed : RehearsalState.Failed, text.Length > 4000 ? text[..4000] : text, resultJson, now);
}

/// <summary>Where a rehearsal stands.</summary>
public enum RehearsalState
{
    /// <summary>Asked for.</summary>
    Waiting,
    /// <summary>Being carried out.</summary>
    Running,
    /// <summary>Every step done and read back as planned.</summary>
    Passed,
    /// <summary>At least one step did not go through, or the rehearsal itself could not be held.</summary>
    Failed,
}
