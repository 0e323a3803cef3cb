using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>VLANs that something of a zone sends, with the wires it sends them over.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Title">For people: “the guest VLANs of guest-a”, “storage range 10.0.41.10–20 of pod p1”.</param>
/// <param name="Path">Where it can be changed in the design.</param>
/// <param name="Vlans">Which.</param>
/// <param name="Network">Physical network that carries it; null when none does.</param>
/// <param name="Rows">Labels it is sent through, over the hosts.</param>
public sealed record VlanClaim(VlanPurpose Purpose, string Title, string Path, VlanSet Vlans, PhysicalNetwork? Network, IReadOnlyList<LabelRow> Rows)
{
    /// <summary>True for a tag of a KVM host or the untagged VLAN of a switch port: rules of their own tell of them on one uplink.</summary>
    internal bool IsToldByHost { get; init; }

    /// <summary>Legs it is sent through; null for all legs of its rows.</summary>
    internal IReadOnlyList<LabelLeg>? OnlyOver { get; init; }

    private List<(Device Device, PortVlans Port)>? _ends;

    private HashSet<Guid> Uplinks => field ??= [.. (OnlyOver is null ? Rows.SelectMany(r => r.Found).Select(f => f.Uplink?.Id) : OnlyOver.Select(l => (Guid?)l.Uplink.Id)).OfType<Guid>()];
    private HashSet<(Hypervisor, string)> Labels => field ??= [.. Rows.Where(r => r.Cell.Label is not null && OnlyOver is null).Select(r => (r.Cell.Hypervisor, r.Cell.Label!))];

    /// <summary>True when both leave some host by one uplink, or, whatever is documented, by one label.</summary>
    public bool SharesUplinkWith(VlanClaim other) => Labels.Overlaps(other.Labels) || Uplinks.Overlaps(other.Uplinks);

    /// <summary>The VLANs of both that are on one wire: all of them over one uplink, else those for which switch ports of both lie in one L2 domain.</summary>
    public VlanSet OnOneWireWith(VlanClaim other, RuleFacts facts) => OnOneWireWith(facts, other, facts);

    /// <summary>The same for a claim of another zone, whose hosts have facts of their own.</summary>
    internal VlanSet OnOneWireWith(RuleFacts facts, VlanClaim other, RuleFacts others)
    {
        var both = Vlans.Intersect(other.Vlans);
        if (both.IsEmpty || (facts == others && SharesUplinkWith(other)))
            return both;
        var (mine, theirs) = (Ends(facts), other.Ends(others));
        return facts.Fabric.Domains(both).Where(domain =>
        {
            var here = mine.Where(e => e.Port.Passes(domain.Vlans.Highest) == true).Select(e => e.Device).Distinct().ToList();
            return theirs.Where(e => e.Port.Passes(domain.Vlans.Highest) == true).Select(e => e.Device).Distinct().Any(there => here.Exists(h => domain.Joins(h, there)));
        }).Aggregate(VlanSet.Empty, (all, domain) => all.Union(domain.Vlans));
    }

    /// <summary>True when some leg of it ends on a documented switch port.</summary>
    internal bool HasEnds(RuleFacts facts) => Ends(facts).Count > 0;

    // Ports that behave alike on one switch count once: a few per switch, not one per leg.
    private List<(Device Device, PortVlans Port)> Ends(RuleFacts facts) => _ends ??= [.. (OnlyOver ?? [.. LegsOf(facts)])
        .Where(l => l.Path.End is { } end && SwitchFabric.Forwards(end.Device)).Select(l => (l.Path.End!.Device, Port: facts.VlansOf(l.Path.End.Port))).DistinctBy(e => (e.Device.Id, e.Port.Tagged, e.Port.Untagged))];

    private IEnumerable<LabelLeg> LegsOf(RuleFacts facts)
    {
        var cells = Rows.Select(r => r.Cell).ToHashSet(ReferenceEqualityComparer.Instance);
        return facts.Legs.Where(l => l.Uses.Any(u => cells.Contains(u.Cell)));
    }
}

/// <summary>What VLANs are claimed for.</summary>
public enum VlanPurpose
{
    /// <summary>The pool isolated guest networks take theirs from.</summary>
    GuestPool,
    /// <summary>A guest network with a stated VLAN.</summary>
    GuestNetwork,
    /// <summary>A public range.</summary>
    Public,
    /// <summary>A storage range.</summary>
    Storage,
    /// <summary>What the host or the switch port itself puts below a label: a VLAN device, the VLAN of a VMware label, the untagged VLAN of the port.</summary>
    BelowLabel,
}
