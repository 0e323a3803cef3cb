using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Drift;

/// <summary>Which object of the cloud an object of a design is, learned when an existing zone was imported. Pushes have it in their journals.</summary>
public sealed class ZoneObject
{
    public required Guid ZoneId { get; init; }

    /// <summary>Step key of the object in plans, such as network/3f2a….</summary>
    [MaxLength(300)]
    public required string Key { get; init; }

    [MaxLength(100)]
    public required string CloudId { get; set; }
}
