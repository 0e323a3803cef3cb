using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Domain.Catalogue.Places;

/// <summary>A building or campus with racks; what NetBox calls a site. DNS servers given here are proposed to zones designed in it.</summary>
public sealed class Datacenter
{
    /// <summary>Row id (UUIDv7).</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Name, unique without regard to case.</summary>
    [Required, MaxLength(100)]
    public string Name { get; set; } = "";

    /// <summary>Short name used in addresses: lower-case letters, digits, hyphens.</summary>
    [Required, MaxLength(100), RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$")]
    public string Slug { get; set; } = "";

    /// <summary>IANA time zone, such as Europe/Amsterdam.</summary>
    [MaxLength(64)]
    public string? TimeZone { get; set; }

    /// <summary>DNS servers proposed for zones, comma separated.</summary>
    [MaxLength(255)]
    public string? Dns { get; set; }

    /// <summary>Rooms of the datacenter.</summary>
    public List<Room> Rooms { get; } = [];

    /// <summary>Row version of the store.</summary>
    public uint Version { get; set; }
}
