using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Domain.Catalogue.Devices;

/// <summary>A model of hardware, in the shape of the community device-type library; stamping a device copies its port templates.</summary>
public sealed class DeviceType
{
    /// <summary>Row id.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Maker, such as Dell.</summary>
    [Required, MaxLength(100)]
    public string Manufacturer { get; set; } = "";

    /// <summary>Model, unique per maker.</summary>
    [Required, MaxLength(100)]
    public string Model { get; set; } = "";

    /// <summary>Short name of the library, such as dell-poweredge-r650.</summary>
    [Required, MaxLength(100)]
    public string Slug { get; set; } = "";

    /// <summary>Maker's order number.</summary>
    [MaxLength(100)]
    public string? PartNumber { get; set; }

    /// <summary>Height in rack units, steps of one half; 0 for devices that take none.</summary>
    [Range(0, 100)]
    public decimal UnitHeight { get; set; } = 1;

    /// <summary>True when it takes front and rear of its units.</summary>
    public bool IsFullDepth { get; set; } = true;

    /// <summary>Ports every device of this type is stamped with.</summary>
    public List<PortTemplate> Ports { get; set; } = [];

    /// <summary>Row version of the store.</summary>
    public uint Version { get; set; }
}

/// <summary>A port of a device type.</summary>
/// <param name="Name">As on the device; a list such as <c>eth[0-3]</c> has been expanded.</param>
/// <param name="Kind">Physical, front or rear port.</param>
/// <param name="Connector">Form factor in NetBox's words (10gbase-x-sfpp), or null.</param>
/// <param name="ManagementOnly">True for the controller's own port (BMC).</param>
/// <param name="RearPort">For a front port: the rear port it is wired to.</param>
/// <param name="RearPosition">For a front port: the position on that rear port, from 1.</param>
/// <param name="Positions">For a rear port: how many front ports it carries.</param>
public sealed record PortTemplate(string Name, Ports.InterfaceKind Kind, string? Connector = null, bool ManagementOnly = false, string? RearPort = null, int? RearPosition = null, int? Positions = null);
