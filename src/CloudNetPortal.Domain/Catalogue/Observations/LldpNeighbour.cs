using System.ComponentModel.DataAnnotations;
using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Domain.Catalogue.Observations;

/// <summary>What one port heard from the other end of its wire (IEEE 802.1AB), as last uploaded.</summary>
public sealed class LldpNeighbour
{
    /// <summary>Row id.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The port that heard it.</summary>
    public Guid InterfaceId { get; set; }

    /// <summary>Chassis id as sent, usually a MAC address.</summary>
    [MaxLength(255)]
    public string? ChassisId { get; set; }

    /// <summary>System name as sent, with or without domain.</summary>
    [MaxLength(255)]
    public string? SystemName { get; set; }

    /// <summary>Port id as sent: interface name, MAC or local text.</summary>
    [MaxLength(255)]
    public string? PortId { get; set; }

    /// <summary>Port description as sent.</summary>
    [MaxLength(255)]
    public string? PortDescription { get; set; }

    /// <summary>Management address as sent.</summary>
    [MaxLength(64)]
    public string? ManagementAddress { get; set; }

    /// <summary>VLANs announced. Positive evidence only: lldpd announces just the two ends of a range.</summary>
    public VlanSet? Vlans { get; set; }

    /// <summary>Link aggregation announced.</summary>
    public bool? Aggregated { get; set; }

    /// <summary>When it was heard.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>File or command it came from.</summary>
    [MaxLength(255)]
    public string? Source { get; set; }
}
