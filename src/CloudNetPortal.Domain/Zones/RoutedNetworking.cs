namespace CloudNetPortal.Domain.Zones;

/// <summary>What routed guest networks of a zone take their subnets from, and whom they are announced to. CloudStack 4.20 and later.</summary>
public sealed class RoutedNetworking
{
    /// <summary>IPv4 subnets that routed networks take theirs from.</summary>
    public List<RoutedSubnet> Subnets { get; set; } = [];
    /// <summary>IPv6 prefixes that guest networks take a /64 of.</summary>
    public List<RoutedSubnet> Ipv6Prefixes { get; set; } = [];
    /// <summary>BGP peers of the zone.</summary>
    public List<BgpPeer> BgpPeers { get; set; } = [];
    /// <summary>AS numbers that networks with dynamic routing take theirs from.</summary>
    public List<AsNumberRange> AsNumberRanges { get; set; } = [];
}

/// <summary>A subnet or prefix of a zone for routed networks.</summary>
public sealed class RoutedSubnet : DesignObject
{
    /// <summary>The block, such as 10.64.0.0/16 or 2001:db8::/56.</summary>
    public string Cidr { get; set; } = "";
}

/// <summary>A router that virtual routers of the zone speak BGP with.</summary>
public sealed class BgpPeer : DesignObject
{
    /// <summary>Its AS number, 1–4294967295.</summary>
    public string? AsNumber { get; set; }
    /// <summary>IPv4 address; one of both is needed.</summary>
    public string? Ip4 { get; set; }
    /// <summary>IPv6 address.</summary>
    public string? Ip6 { get; set; }
}

/// <summary>AS numbers of a zone, both ends included.</summary>
public sealed class AsNumberRange : DesignObject
{
    /// <summary>Lowest.</summary>
    public string Start { get; set; } = "";
    /// <summary>Highest.</summary>
    public string End { get; set; } = "";
}
