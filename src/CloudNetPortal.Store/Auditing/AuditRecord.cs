using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Auditing;

/// <summary>Who did what to which object, with its fields before and after. Written in the transaction of the act; never changed or removed.</summary>
public sealed class AuditRecord
{
    public long Id { get; private set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Person; all zeros for the portal itself.</summary>
    public required Guid By { get; init; }

    [MaxLength(100)]
    public required string ByName { get; init; }

    /// <summary>Use case, such as Approve.</summary>
    [MaxLength(100)]
    public required string Act { get; init; }

    /// <summary>added, changed or removed.</summary>
    [MaxLength(10)]
    public required string Did { get; init; }

    /// <summary>Kind of object, such as Device.</summary>
    [MaxLength(60)]
    public required string ObjectKind { get; init; }

    [MaxLength(200)]
    public required string ObjectId { get; init; }

    /// <summary>Name for people, where it has one.</summary>
    [MaxLength(300)]
    public string? ObjectName { get; init; }

    /// <summary>Fields that changed, as they were; null for what is new.</summary>
    public string? BeforeJson { get; init; }

    /// <summary>Fields that changed, as they are; null for what was removed.</summary>
    public string? AfterJson { get; init; }

    /// <summary>Ties together what one request did.</summary>
    public required Guid RequestId { get; init; }
}
