namespace CloudNetPortal.Domain.Zones;

/// <summary>A shared guest network that is part of the zone: the one of a basic zone (no addresses, they belong to pods) or of a zone with security groups.</summary>
public sealed class GuestNetwork : DesignObject
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";
    /// <summary>Display text; the name when empty.</summary>
    public string? DisplayText { get; set; }
    /// <summary>Name of the network offering on the cloud.</summary>
    public string Offering { get; set; } = "";
    /// <summary>Id in this design of the physical network, where it is not left to the offering's tag.</summary>
    public string? PhysicalNetworkId { get; set; }
    /// <summary>Gateway; null in a basic zone.</summary>
    public string? Gateway { get; set; }
    /// <summary>Netmask; null in a basic zone.</summary>
    public string? Netmask { get; set; }
    /// <summary>First address.</summary>
    public string? StartIp { get; set; }
    /// <summary>Last address.</summary>
    public string? EndIp { get; set; }
    /// <summary>VLAN as typed.</summary>
    public string? Vlan { get; set; }
}
