using System.ComponentModel.DataAnnotations;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Catalogue.Devices;

/// <summary>
/// A box: the <b>physical host</b> when its role is hypervisor, or a switch, patch panel, router, storage server. What CloudStack talks to inside a
/// physical host is its <see cref="Devices.LogicalHost"/>.
/// </summary>
public sealed class Device
{
    /// <summary>Row id.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Name, unique in the catalogue without regard to case; zone designs link hosts by it.</summary>
    [Required, MaxLength(100)]
    public string Name { get; set; } = "";

    /// <summary>What it does: one of <see cref="DeviceRoles"/> or a word of the team's own.</summary>
    [Required, MaxLength(50)]
    public string Role { get; set; } = DeviceRoles.Other;

    /// <summary>Hardware model, where known.</summary>
    public Guid? DeviceTypeId { get; set; }

    /// <summary>Datacenter it stands in, where known.</summary>
    public Guid? DatacenterId { get; set; }

    /// <summary>Rack it is mounted in, where known.</summary>
    public Guid? RackId { get; set; }

    /// <summary>Lowest unit it takes, steps of one half.</summary>
    [Range(0.5, 100)]
    public decimal? Position { get; set; }

    /// <summary>Face of the rack: front or rear.</summary>
    [MaxLength(5)]
    public string? Face { get; set; }

    /// <summary>Where it stands in its life.</summary>
    public LifeCycle Status { get; set; } = LifeCycle.Active;

    /// <summary>Maker's serial number.</summary>
    [MaxLength(100)]
    public string? Serial { get; set; }

    /// <summary>Free text.</summary>
    [MaxLength(2000)]
    public string? Comments { get; set; }

    /// <summary>Network operating system of a switch, where known.</summary>
    [MaxLength(100)]
    public string? Platform { get; set; }

    /// <summary>VLANs that exist on a switch (its VLAN database); null when not documented. What is not in it passes no port, whatever the port allows.</summary>
    public VlanSet? Vlans { get; set; }

    /// <summary>The hypervisor inside, for a physical host.</summary>
    public LogicalHost? LogicalHost { get; set; }

    /// <summary>NICs, ports, bonds, bridges and VLAN devices.</summary>
    public List<Interface> Interfaces { get; } = [];

    /// <summary>Row version of the store.</summary>
    public uint Version { get; set; }
}
