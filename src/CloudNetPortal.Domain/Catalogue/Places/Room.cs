using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Domain.Catalogue.Places;

/// <summary>A room or hall of a datacenter; what NetBox calls a location.</summary>
public sealed class Room
{
    /// <summary>Row id.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The datacenter it belongs to.</summary>
    public Guid DatacenterId { get; set; }

    /// <summary>Name, unique in its datacenter.</summary>
    [Required, MaxLength(100)]
    public string Name { get; set; } = "";

    /// <summary>Row version of the store.</summary>
    public uint Version { get; set; }
}
