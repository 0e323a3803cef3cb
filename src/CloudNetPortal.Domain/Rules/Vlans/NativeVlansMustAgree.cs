using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5104.</summary>
internal sealed class NativeVlansMustAgree : Rule
{
    public override string Id => "CNP5104";
    public override string Title => "Native VLANs must agree";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Warning, Meaning: "the two ends of a switch link"),
        new("b", Error, Warning, Meaning: "the legs of a bond"),
        new("c", Error, Warning, Meaning: "the native VLAN of a port is sent to it tagged"),
    ];
    public override string Team => "network";
    public override string Why => "Untagged frames belong to the native VLAN of the port they arrive on. Two natives on one link join two networks; two natives below one bond make traffic come and go with the leg that carries it; and a VLAN CloudStack tags comes back untagged from a port that has it as native, so that the bridge of the guest network never sees the answer.";
    public override string Rejected => "bond1: sw-a1 has native VLAN 201, sw-b1 native VLAN 1.";
    public override string Accepted => "Both 201, and 201 is no guest VLAN.";
    public override string Cure => "One native VLAN on both ports, one that carries nothing else (one click in the documentation).";
    public override RuleOrigins Origins => RuleOrigins.Judgement | RuleOrigins.Practice;
    public override Reads Reads => (Reads.Legs | Reads.Tagged) & ~Reads.Surroundings;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var mine = facts.Legs.Select(l => l.Path.End?.Device).OfType<Domain.Catalogue.Devices.Device>().ToHashSet();
        foreach (var link in facts.Fabric.Links.Where(l => (mine.Contains(l.A.Device) || mine.Contains(l.B.Device)) && l.VlansA.Untagged is not null && l.VlansB.Untagged is not null && l.VlansA.Untagged != l.VlansB.Untagged))
            yield return Found(CataloguePath.Of(link.B.Device, link.B.Port, "untaggedVlan"), $"{link.Name}: native VLAN {link.VlansA.Untagged} at one end, {link.VlansB.Untagged} at the other; the two VLANs are one network there.", "a") with
            {
                Objects = [Port(facts, link.A), Port(facts, link.B)],
                Evidence = [link.Path.ToDisplay()],
                Fixes = [Native(link.B, link.VlansB, link.VlansA.Untagged!.Value)],
            };
        foreach (var bond in facts.Legs.Where(l => l.Uplink.Kind == InterfaceKind.Bond && l.Path.End is { } end && SwitchFabric.Forwards(end.Device)).GroupBy(l => l.Uplink.Id))
        {
            var legs = bond.Select(l => (Leg: l, Vlans: facts.VlansOf(l.Path.End!.Port))).Where(l => l.Vlans.Untagged is not null).ToList();
            if (legs.Select(l => l.Vlans.Untagged).Distinct().Count() < 2)
                continue;
            var (first, second) = (legs[0], legs.First(l => l.Vlans.Untagged != legs[0].Vlans.Untagged));
            yield return Found(CataloguePath.Of(second.Leg.Path.End!.Device, second.Leg.Path.End.Port, "untaggedVlan"),
                $"{first.Leg.Host.Name} {first.Leg.Uplink.Name}: {first.Leg.Path.End!.Device.Name} {first.Leg.Path.End.Port.Name} has native VLAN {first.Vlans.Untagged}, {second.Leg.Path.End.Device.Name} {second.Leg.Path.End.Port.Name} has {second.Vlans.Untagged}.", "b") with
            {
                Objects = [first.Leg.Host.Reference, Port(facts, first.Leg.Path.End), Port(facts, second.Leg.Path.End)],
                Like = $"{first.Leg.Uplink.Name} {first.Vlans.Untagged} {second.Vlans.Untagged}",
                Evidence = [.. legs.Select(l => $"{l.Leg.Path.ToDisplay()}: native VLAN {l.Vlans.Untagged}")],
                Subjects = [.. legs.Select(l => l.Leg.Subject)],
                Fixes = [Native(second.Leg.Path.End, second.Vlans, first.Vlans.Untagged!.Value)],
            };
        }
        var sent = from leg in facts.Legs
                   where leg.Path.End is { } end && SwitchFabric.Forwards(end.Device)
                   let vlans = facts.VlansOf(leg.Path.End!.Port)
                   where vlans is { IsAccess: false, Untagged: not null }
                   from use in leg.Uses
                   where use.Cell.Tagged.Contains(vlans.Untagged!.Value) || use.Resolution.HostTag?.VlanId == vlans.Untagged
                   group (Leg: leg, Vlans: vlans) by (Vlan: vlans.Untagged!.Value, use.Cell.Traffic, use.Cell.Network) into g
                   select g;
        foreach (var group in sent)
        {
            var hosts = group.Select(g => g.Leg.Host).Distinct().ToList();
            var ports = group.DistinctBy(g => (g.Vlans.Lag ?? g.Vlans.Port).Id).ToList();
            yield return Found(ports.Count == 1 ? CataloguePath.Of(ports[0].Leg.Path.End!.Device, ports[0].Vlans.Lag ?? ports[0].Vlans.Port, "untaggedVlan") : group.Key.Traffic.Type == "Guest" ? DesignPath.Of(group.Key.Network, "guestVlans") : DesignPath.Of(group.Key.Network, group.Key.Traffic),
                $"VLAN {group.Key.Vlan} of {group.Key.Traffic.Type} on {group.Key.Network.Name} is sent tagged, but is the native VLAN of {Count(ports.Count, "switch port")} towards {List(hosts.Select(h => h.Name))}, such as {group.First().Leg.Path.ToDisplay()}: answers arrive untagged.", "c") with
            {
                Objects = [.. hosts.Select(h => h.Reference), .. ports.Select(p => Port(facts, p.Leg.Path.End!)), new("vlan", $"{group.Key.Vlan}")],
                Evidence = [.. group.Take(20).Select(g => $"{g.Leg.Path.ToDisplay()}: native VLAN {group.Key.Vlan}")],
                Subjects = [.. group.Select(g => g.Leg.Subject)],
                Fixes = [.. Cut(group.Key.Traffic.Type, group.Key.Network, group.Key.Vlan), new("Take another native VLAN", Manual: $"On the switches: make a VLAN without any use the native one of {List(ports.Select(p => facts.Catalogue.NameOf(p.Vlans.Lag ?? p.Vlans.Port)))}, and let {group.Key.Vlan} through tagged.")],
            };
        }
    }

    private static IEnumerable<Fix> Cut(string traffic, Domain.Zones.PhysicalNetwork network, int vlan)
    {
        if (traffic == "Guest" && CellSets.GuestSet(network) is var set && set.Contains(vlan) && set.Except(VlanSet.Of(vlan)) is { IsEmpty: false } rest)
            yield return Set($"Take {vlan} out of {network.Name}", DesignPath.Of(network, "guestVlans"), network.GuestVlans, rest.ToString());
    }

    private static Fix Native(CableHop hop, PortVlans vlans, int native) =>
        new($"Document {hop.Device.Name} {(vlans.Lag ?? vlans.Port).Name} with native VLAN {native}", CatalogueEdits: [new CatalogueEdit.SetPortField(hop.Device.Name, (vlans.Lag ?? vlans.Port).Name, "untaggedVlan", $"{native}")]);

    private static ObjectRef Port(RuleFacts facts, CableHop hop) => new("port", facts.Catalogue.NameOf(hop.Port), CataloguePath.Of(hop.Device, hop.Port, "untaggedVlan"));
}
