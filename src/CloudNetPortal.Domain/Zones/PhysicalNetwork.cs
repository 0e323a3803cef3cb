namespace CloudNetPortal.Domain.Zones;

/// <summary>A carrier of traffic types: what joins CloudStack's traffic to bridges, vSwitches and cables. A basic zone has exactly one.</summary>
public sealed class PhysicalNetwork : DesignObject
{
    /// <summary>Name. CloudStack takes twins; the design does not.</summary>
    public string Name { get; set; } = "";

    /// <summary>Isolation methods, normally one: VLAN, VXLAN, GRE, L3, … in CloudStack's spelling.</summary>
    public List<string> IsolationMethods { get; set; } = [];

    /// <summary>Tags that network offerings find it by; CloudStack takes at most one.</summary>
    public List<string> Tags { get; set; } = [];

    /// <summary>The whole set of guest VLANs (or VXLAN identifiers) as typed: <c>100-199,300</c>. Always sent whole, because it replaces what is there.</summary>
    public string? GuestVlans { get; set; }

    /// <summary>Broadcast domain: ZONE, or POD in a basic zone. Null for CloudStack's default.</summary>
    public string? BroadcastDomainRange { get; set; }

    /// <summary>Traffic types it carries.</summary>
    public List<TrafficType> TrafficTypes { get; set; } = [];

    /// <summary>Network service providers to enable.</summary>
    public List<NetworkProvider> Providers { get; set; } = [];

    /// <summary>Guest VLANs kept for one account or domain.</summary>
    public List<VlanDedication> VlanDedications { get; set; } = [];

    /// <summary>The design's word that a label bridge on a VLAN device means the parent device (CNP3103).</summary>
    public bool VlanBridgeMeansParent { get; set; }

    /// <summary>True when private gateways of VPCs are planned on it: they take the label of any traffic type, so all labels should agree (CNP3005).</summary>
    public bool PrivateGatewaysPlanned { get; set; }

    /// <summary>Isolated networks and VPC tiers planned on it, 0 or more; null when nobody counted. Each takes a guest VLAN and, with source NAT, a public address (CNP9002, CNP9003).</summary>
    public int? PlannedNetworks { get; set; }

    /// <summary>The traffic type of that key, or null.</summary>
    public TrafficType? Traffic(string type) => TrafficTypes.Find(t => string.Equals(t.Type, type, StringComparison.OrdinalIgnoreCase));
}
