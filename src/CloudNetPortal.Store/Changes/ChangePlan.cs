using System.ComponentModel.DataAnnotations;
using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Store.Changes;

/// <summary>A plan that was shown to approvers: the bytes that were hashed, for ever.</summary>
public sealed class ChangePlan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ChangeId { get; init; }

    /// <summary>SHA-256 of <see cref="Bytes"/>.</summary>
    [MaxLength(64)]
    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>How many calls it makes, for lists.</summary>
    public required int Steps { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The plan.</summary>
    public Plan Read() => Plan.Read(Bytes);
}
