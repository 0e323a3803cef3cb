using System.ComponentModel.DataAnnotations;
using System.Net;

namespace CloudNetPortal.Domain.Catalogue.Places;

/// <summary>A documented subnet: the VLAN it lives on and its gateway.</summary>
public sealed class Prefix
{
    /// <summary>Row id.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The subnet.</summary>
    public IPNetwork Network { get; set; }

    /// <summary>Its VLAN, 1–4094, where known.</summary>
    [Range(1, 4094)]
    public int? VlanId { get; set; }

    /// <summary>Its default gateway, where known.</summary>
    public IPAddress? Gateway { get; set; }

    /// <summary>Routing table it belongs to; null for the global one.</summary>
    [MaxLength(100)]
    public string? Vrf { get; set; }

    /// <summary>What it is for.</summary>
    [MaxLength(255)]
    public string? Description { get; set; }

    /// <summary>Row version of the store.</summary>
    public uint Version { get; set; }
}
