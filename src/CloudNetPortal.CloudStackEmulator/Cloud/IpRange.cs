namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>A public or guest address range; the API calls it a VLAN.</summary>
internal sealed class IpRange : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string PhysicalNetworkId { get; set; } = "";
    public string NetworkId { get; set; } = "";
    public bool ForVirtualNetwork { get; set; }
    public bool ForSystemVms { get; set; }

    /// <summary>As stored: <c>vlan://…</c>.</summary>
    public string Vlan { get; set; } = "";
    public string? PodId { get; set; }
    public string? Gateway { get; set; }
    public string? Netmask { get; set; }
    public string? Start { get; set; }
    public string? End { get; set; }
    public string? Ip6Gateway { get; set; }
    public string? Ip6Cidr { get; set; }
    public string? Ip6Start { get; set; }
    public string? Ip6End { get; set; }

    /// <summary>The account or domain that the range was given to.</summary>
    public string? Account { get; set; }
    public string? DomainId { get; set; }
}
