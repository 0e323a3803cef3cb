using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Domain.Catalogue.Places;

/// <summary>A rack with numbered units.</summary>
public sealed class Rack
{
    /// <summary>Row id.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The datacenter it stands in.</summary>
    public Guid DatacenterId { get; set; }

    /// <summary>The room, where rooms are documented.</summary>
    public Guid? RoomId { get; set; }

    /// <summary>Name, unique in its datacenter.</summary>
    [Required, MaxLength(100)]
    public string Name { get; set; } = "";

    /// <summary>Height in rack units (44.45 mm), 1–100.</summary>
    [Range(1, 100)]
    public int Height { get; set; } = 42;

    /// <summary>Number of the lowest unit.</summary>
    [Range(1, 100)]
    public int StartingUnit { get; set; } = 1;

    /// <summary>Row version of the store.</summary>
    public uint Version { get; set; }
}
