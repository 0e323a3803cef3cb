using System.ComponentModel.DataAnnotations;
using System.Net;

namespace CloudNetPortal.Domain.Catalogue.Ports;

/// <summary>An address on an interface.</summary>
public sealed class InterfaceAddress
{
    /// <summary>Row id.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The interface that has it.</summary>
    public Guid InterfaceId { get; set; }

    /// <summary>The address.</summary>
    public IPAddress Address { get; set; } = IPAddress.None;

    /// <summary>Bits of its subnet: 0–32 for IPv4, 0–128 for IPv6.</summary>
    [Range(0, 128)]
    public int PrefixLength { get; set; }
}
