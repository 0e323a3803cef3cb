namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>What stops when one thing breaks, for everything the traffic of a zone runs over. A thing whose failure stops nothing is counted and not listed.</summary>
/// <param name="Failures">Things whose failure stops traffic, the worst first.</param>
/// <param name="Examined">How many things of each kind were taken out, one at a time.</param>
/// <param name="NotKnown">Hosts whose cabling is not documented to a switch: nothing was judged for them.</param>
public sealed record FailureReport(IReadOnlyList<ElementFailure> Failures, IReadOnlyDictionary<FailureKind, int> Examined, IReadOnlyList<ObjectRef> NotKnown)
{
    /// <summary>Things of a kind whose failure stops nothing.</summary>
    public int Harmless(FailureKind kind) => Examined.GetValueOrDefault(kind) - Failures.Count(f => f.Kind == kind);
}

/// <summary>What is taken out.</summary>
public enum FailureKind
{
    /// <summary>One NIC of a host.</summary>
    Nic,
    /// <summary>A card with several NICs of a host, where names tell.</summary>
    NicCard,
    /// <summary>A cable, to a host or between switches.</summary>
    Cable,
    /// <summary>A patch panel.</summary>
    PatchPanel,
    /// <summary>A line card of a switch or a member of a stack, where port names tell.</summary>
    LineCard,
    /// <summary>A switch or router.</summary>
    Switch,
    /// <summary>A power distribution unit; only boxes all of whose documented feeds hang on it go down with it.</summary>
    PowerUnit,
}

/// <summary>One thing and what stops without it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">For people: <c>sw-a1</c>, <c>kvm-07 eno2</c>, <c>sw-a1 card 3</c>.</param>
/// <param name="Reference">The object, for the link.</param>
/// <param name="Stops">What stops, per traffic type and cluster.</param>
/// <param name="ZoneWide">Traffic types that stop on every host of the zone whose cabling is known.</param>
public sealed record ElementFailure(FailureKind Kind, string Name, ObjectRef Reference, IReadOnlyList<StoppedTraffic> Stops, IReadOnlyList<string> ZoneWide)
{
    /// <summary>Hosts that lose something.</summary>
    public int Hosts => Stops.SelectMany(s => s.Hosts).Select(h => h.Reference.Name).Distinct().Count();
}

/// <summary>A traffic type that stops on hosts of a cluster.</summary>
/// <param name="Traffic">Management, Public, Guest, Storage.</param>
/// <param name="Network">Name of the physical network.</param>
/// <param name="Pod">Name of the pod.</param>
/// <param name="Cluster">Name of the cluster.</param>
/// <param name="ClusterPath">Path of the cluster in the design.</param>
/// <param name="Hosts">Hosts that lose it.</param>
/// <param name="ClusterHosts">Hosts of the cluster whose cabling is known.</param>
/// <param name="Reason">How it stops.</param>
public sealed record StoppedTraffic(string Traffic, string Network, string Pod, string Cluster, string ClusterPath, IReadOnlyList<StoppedHost> Hosts, int ClusterHosts, StopReason Reason)
{
    /// <summary>What the hosts no longer reach: “the gateway on rtr1”, “the storage server nas1”, “most other hosts”; empty when no NIC is left.</summary>
    public string CutOffFrom { get; init; } = "";
    /// <summary>True when no host of the cluster keeps it.</summary>
    public bool WholeCluster => Hosts.Count == ClusterHosts;
}

/// <summary>A host that loses a traffic type.</summary>
/// <param name="Reference">The host.</param>
/// <param name="Uplink">The bond or NIC the traffic runs over.</param>
/// <param name="Legs">NICs below it whose cabling is known.</param>
/// <param name="OneSwitch">True when all of them end on one switch (CNP6302).</param>
public sealed record StoppedHost(ObjectRef Reference, string Uplink, int Legs, bool OneSwitch);

/// <summary>How traffic stops.</summary>
public enum StopReason
{
    /// <summary>No NIC of the host is left.</summary>
    NoLegLeft,
    /// <summary>A NIC is left, but the switch it ends on is cut off from the gateway, the storage server or most other hosts.</summary>
    CutOff,
}
