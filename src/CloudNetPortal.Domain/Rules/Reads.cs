namespace CloudNetPortal.Domain.Rules;

/// <summary>
/// What a rule looks at. After an edit only rules run again that read a part that changed; a rule that says too little would show old findings, so a rule
/// that says nothing reads everything. Paths and names of objects count: a finding that names a pod reads <see cref="Pods"/>.
/// </summary>
[Flags]
public enum Reads
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Fields of the zone itself, its settings and whatever of the document has no part of its own.</summary>
    Zone = 1 << 0,
    /// <summary>Kind of the zone.</summary>
    Kind = 1 << 1,
    /// <summary>Physical networks: names, isolation, tags, which traffic types they carry, providers.</summary>
    Networks = 1 << 2,
    /// <summary>Labels, the hypervisors a traffic type is not for, and what a label on a VLAN device means.</summary>
    Labels = 1 << 3,
    /// <summary>Guest VLANs and their dedications.</summary>
    GuestVlans = 1 << 4,
    /// <summary>Public ranges.</summary>
    PublicRanges = 1 << 5,
    /// <summary>Guest networks that belong to the zone.</summary>
    GuestNetworks = 1 << 6,
    /// <summary>Pods: names, gateway and netmask.</summary>
    Pods = 1 << 7,
    /// <summary>Management ranges.</summary>
    ManagementRanges = 1 << 8,
    /// <summary>Storage ranges.</summary>
    StorageRanges = 1 << 9,
    /// <summary>Guest ranges of pods.</summary>
    PodGuestRanges = 1 << 10,
    /// <summary>Clusters without their hosts.</summary>
    Clusters = 1 << 11,
    /// <summary>Hosts of the design.</summary>
    Hosts = 1 << 12,
    /// <summary>Primary, secondary and staging storage.</summary>
    Storage = 1 << 13,
    /// <summary>Devices of the catalogue with their ports, and whatever of them has no part of its own.</summary>
    Boxes = 1 << 14,
    /// <summary>What was read of the target cloud.</summary>
    Cloud = 1 << 15,
    /// <summary>Other designs for the same cloud.</summary>
    OtherZones = 1 << 16,
    /// <summary>The moment ages are counted from: such a rule always runs.</summary>
    Clock = 1 << 17,
    /// <summary>Parameters of the policy pack; severities are set after the rules ran and do not count.</summary>
    Pack = 1 << 18,
    /// <summary>Which VLANs ports let through: their mode, tagged and untagged VLANs, and the VLANs of the switch (<see cref="RuleFacts.VlansOf"/>).</summary>
    PortVlans = 1 << 19,
    /// <summary>Cables, and with them all cable paths.</summary>
    Cables = 1 << 20,
    /// <summary>Datacenters, racks, hardware models, and where in a rack a device is.</summary>
    Places = 1 << 21,
    /// <summary>Documented subnets.</summary>
    Prefixes = 1 << 22,
    /// <summary>What ports hear by LLDP.</summary>
    Neighbours = 1 << 23,
    /// <summary>MTUs of ports.</summary>
    PortMtu = 1 << 24,

    /// <summary>The whole catalogue. A rule that takes longer than most says which parts it does not look at.</summary>
    Catalogue = Boxes | PortVlans | PortMtu | Cables | Places | Prefixes | Neighbours,
    /// <summary>Parts of the catalogue beside ports and cables.</summary>
    Surroundings = Places | Prefixes | Neighbours,

    /// <summary>Zone hosts with their boxes (<see cref="RuleFacts.Hosts"/>).</summary>
    HostFacts = Pods | Clusters | Hosts | Catalogue,
    /// <summary>Labels over hosts, legs and cable paths, without the VLANs sent through them (<see cref="RuleFacts.LabelRows"/>, <see cref="RuleFacts.Legs"/>).</summary>
    Legs = HostFacts | Networks | Labels,
    /// <summary>VLANs sent tagged through labels (<see cref="Facts.LabelCell.Tagged"/>).</summary>
    Tagged = Kind | Networks | Labels | GuestVlans | PublicRanges | GuestNetworks | StorageRanges | Clusters,
    /// <summary>Every range of addresses of the design (<see cref="RuleFacts.Addresses"/>).</summary>
    Addresses = Pods | ManagementRanges | StorageRanges | PodGuestRanges | PublicRanges | GuestNetworks,
    /// <summary>All of it.</summary>
    Everything = ~0,
}
