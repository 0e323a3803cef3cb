using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Pushes;

/// <summary>Who may write to a zone, until when by the database's own clock. The number grows with every new holder; an older number writes nothing.</summary>
public sealed class ZoneLease
{
    public required Guid CloudId { get; init; }

    public required Guid ZoneId { get; init; }

    /// <summary>Name of the worker.</summary>
    [MaxLength(200)]
    public required string Holder { get; set; }

    public required long Fence { get; set; }

    public required DateTimeOffset Until { get; set; }
}
