using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Zones;

/// <summary>Somebody wants a zone judged by another policy pack; somebody else, who did not write the design, agrees or not.</summary>
public sealed class PackRequest
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ZoneId { get; init; }

    /// <summary>Pack at the time.</summary>
    [Required, MaxLength(40)]
    public required string From { get; init; }

    /// <summary>Pack that is wanted.</summary>
    [Required, MaxLength(40)]
    public required string To { get; init; }

    /// <summary>Why.</summary>
    [Required, MaxLength(1000)]
    public required string Reason { get; init; }

    public required Guid AskedBy { get; init; }

    [Required, MaxLength(100)]
    public required string AskedByName { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Who decided; null while it waits.</summary>
    public Guid? DecidedBy { get; set; }

    [MaxLength(100)]
    public string? DecidedByName { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Whether it was agreed to.</summary>
    public bool Agreed { get; set; }
}
