using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1004.</summary>
internal sealed class BasicZonesMustHaveOnePhysicalNetwork : Rule
{
    public override string Id => "CNP1004";
    public override string Title => "Basic zones must have one physical network";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error, RefusedByServer: true)];
    public override string Team => "network";
    public override string Why => "A basic zone has one physical network because it has no VLAN separation; CloudStack refuses a second. Traffic can still be spread over several NICs: the one physical network gets different labels for Management, Guest and Storage.";
    public override string Rejected => "A basic zone with mgmt-net and guest-a.";
    public override string Accepted => "One physical network: Management with label cloudbr0, Guest with label cloudbr1.";
    public override string Cure => "Move the traffic types onto one physical network and keep their labels.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.Practice;
    public override Reads Reads => Reads.Kind | Reads.Networks | Reads.Labels | Reads.GuestVlans | Reads.GuestNetworks;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var networks = facts.Design.PhysicalNetworks;
        if (facts.Kind is BasicZone && networks.Count != 1)
            yield return Found(networks.Count > 1 ? DesignPath.Of(networks[1]) : "physicalNetworks", networks.Count == 0
                ? "The basic zone has no physical network; it needs exactly one."
                : $"The basic zone has {networks.Count} physical networks ({List(networks.Select(n => n.Name))}); it takes exactly one. Different NICs are chosen by different labels on it.") with
            {
                Objects = [.. networks.Select(n => new ObjectRef("network", n.Name, DesignPath.Of(n)))],
                Fixes = [.. Fix.Choose("Join the physical networks", networks.Count < 2 ? [] : networks.Select(stays => Join(facts, stays)))],
            };
    }

    // What the others carry comes with its labels; guest networks follow.
    private static Fix Join(RuleFacts facts, PhysicalNetwork stays)
    {
        var others = facts.Design.PhysicalNetworks.Where(n => n != stays).ToList();
        var moved = others.SelectMany(n => n.TrafficTypes).Where(t => stays.Traffic(t.Type) is null).DistinctBy(t => t.Type).ToList();
        return new Fix($"{stays.Name} stays",
        [
            .. moved.SelectMany(t => Traffic.TrafficEdits.Add(stays, t.Type, t.Labels).DesignEdits!),
            .. facts.Design.GuestNetworks.Where(g => others.Exists(n => n.Id == g.PhysicalNetworkId)).Select(g => FieldEdit.Text(DesignPath.Of(g, "physicalNetworkId"), g.PhysicalNetworkId, stays.Id)),
            .. Removals.Of(facts.Design, others.Select(n => DesignPath.Of(n))),
        ]) { Note = moved.Count == 0 ? null : $"takes {List(moved.Select(t => t.Type))} with their labels" };
    }
}
