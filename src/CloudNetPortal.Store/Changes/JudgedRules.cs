using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Changes;

/// <summary>Rule results that were shown to approvers, with what they were judged from.</summary>
public sealed class JudgedRules
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ChangeId { get; init; }

    /// <summary>Hash of the findings as they stood.</summary>
    [MaxLength(64)]
    public required string Hash { get; init; }

    /// <summary>The findings, an array.</summary>
    public required string FindingsJson { get; init; }

    /// <summary>Name and version of the policy pack.</summary>
    [MaxLength(60)]
    public required string Pack { get; init; }

    /// <summary>Version of the catalogue at that moment.</summary>
    public required long CatalogueVersion { get; init; }

    public required DateTimeOffset JudgedAt { get; init; }
}
