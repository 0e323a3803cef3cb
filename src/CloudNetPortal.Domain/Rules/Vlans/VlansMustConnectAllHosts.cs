using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5105.</summary>
internal sealed class VlansMustConnectAllHosts : Rule
{
    public override string Id => "CNP5105";
    public override string Title => "VLANs must connect all hosts";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "A VLAN may be on every port towards a host and still end between two switches: instances of one network on different racks do not see each other, the router is on the other side, and a migration cuts an instance off. Guest and Public are looked at over the whole zone; Management and Storage per pod, because every pod has a subnet of its own and racks may use the number again.";
    public override string Rejected => "Guest VLANs 500–599 on sw-a1 and sw-b1; their link carries 500–549.";
    public override string Accepted => "The link carries 500–599.";
    public override string Cure => "Add the VLANs to the documented link (one click) and to the switches with the words shown.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => (Reads.Legs | Reads.Tagged) & ~Reads.Surroundings;

    private sealed record Island(int Domain, List<Device> Switches, List<HostFacts> Hosts);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var group in facts.TrafficPlaces.GroupBy(p => (p.Cell.Traffic, Pod: p.Cell.Is("Guest") || p.Cell.Is("Public") ? null : p.Host.Pod)))
        {
            var places = group.ToList();
            var cell = places[0].Cell;
            var (split, unknown) = (new List<(VlanSet Vlans, List<Island> Islands)>(), new List<(VlanSet Vlans, List<Island> Islands)>());
            foreach (var domain in facts.Fabric.Domains(TrafficPlace.OnWires(places, facts)))
            {
                var ends = places.SelectMany(p => p.SwitchesFor(domain.Vlans, facts).Select(s => (Place: p, Switch: s))).ToList();
                var switches = ends.Select(e => e.Switch).Distinct().ToList();
                if (switches.Count == 0)
                    continue;
                var islands = switches.GroupBy(s => domain.AtBest(s)!.Value).Select(i => new Island(i.Key, [.. i], [.. ends.Where(e => domain.AtBest(e.Switch) == i.Key).Select(e => e.Place.Host).Distinct()])).OrderByDescending(i => i.Hosts.Count).ThenBy(i => i.Switches[0].Name, StringComparer.Ordinal).ToList();
                // The box with the gateway has to be there too; of several that have the address one is enough.
                if (!cell.Is("Storage") && FabricReach.Gateways(facts, cell, group.Key.Pod).ToList() is { Count: > 0 } gateways && !gateways.Exists(g => domain.Touches(g).Any(d => islands.Exists(i => i.Domain == d))))
                    islands.Add(new Island(-1, gateways, []));
                if (islands.Count == 1 && switches.Select(s => domain.Of(s)).Distinct().Count() == 1)
                    continue;
                (islands.Count > 1 ? split : unknown).Add((domain.Vlans, islands.Count > 1 ? islands : [.. switches.GroupBy(s => domain.Of(s)!.Value).Select(i => new Island(i.Key, [.. i], []))]));
            }
            foreach (var same in split.GroupBy(s => string.Join('|', s.Islands.Select(i => string.Join(',', i.Switches.Select(d => d.Id))))))
                yield return Say(facts, cell, same.Select(s => s.Vlans).Aggregate((a, b) => a.Union(b)), same.First().Islands);
            if (unknown.Count > 0)
                yield return Unverified(Place(cell), $"Whether VLANs {unknown.Select(u => u.Vlans).Aggregate((a, b) => a.Union(b)).ToDisplay()} of {cell.Traffic.Type} on {cell.Network.Name} connect {List(unknown[0].Islands.SelectMany(i => i.Switches).Select(s => s.Name))} is not known: the links between them, or the VLANs of those links, are not documented.{SwitchWords.Upload(unknown[0].Islands.SelectMany(i => i.Switches))}") with
                {
                    Objects = [.. unknown[0].Islands.SelectMany(i => i.Switches).Select(s => new ObjectRef("switch", s.Name, CataloguePath.Of(s)))],
                };
        }
    }

    private Finding Say(RuleFacts facts, LabelCell cell, VlanSet vlans, List<Island> islands)
    {
        var sides = islands.Select(i => (i.Domain, Set: i.Switches.ToHashSet())).ToList();
        var between = facts.Fabric.Links.Where(l => l.Carried is not null && Side(l.A.Device) is { } a && Side(l.B.Device) is { } b && a != b).ToList();
        var edits = between.SelectMany(l => new[] { (Hop: l.A, Vlans: l.VlansA), (Hop: l.B, Vlans: l.VlansB) }).Where(e => !e.Vlans.IsAccess && e.Vlans.Tagged is { } tagged && !tagged.ContainsAll(vlans))
            .Select(e => (e.Hop.Device, Port: e.Vlans.PlaceMissing(vlans), Missing: vlans.Except(e.Vlans.Tagged!))).DistinctBy(e => e.Port.Id).ToList();
        return Found(edits.Count == 1 ? CataloguePath.Of(edits[0].Device, edits[0].Port, "taggedVlans") : Place(cell),
            $"VLAN{(vlans.Count > 1 ? "s" : "")} {vlans.ToDisplay()} of {cell.Traffic.Type} on {cell.Network.Name} {(vlans.Count > 1 ? "do" : "does")} not connect {string.Join(" with ", islands.Select(Words))}"
            + (between.Count > 0 ? $": {between[0].Name} carries {between[0].Carried!.ToDisplay()}." : ": no documented link joins them.")) with
        {
            Objects = [.. islands.SelectMany(i => i.Switches).Select(s => new ObjectRef("switch", s.Name, CataloguePath.Of(s))), .. between.SelectMany(l => new[] { l.A, l.B }).Select(h => new ObjectRef("port", facts.Catalogue.NameOf(h.Port), CataloguePath.Of(h.Device, h.Port, "taggedVlans"))), new("vlan", vlans.ToDisplay())],
            Evidence = [.. islands.Select(i => $"{List(i.Switches.Select(s => s.Name))}: {(i.Hosts.Count > 0 ? List(i.Hosts.Select(h => h.Name)) : "the gateway")}"), .. between.Take(20).Select(l => $"{l.Name} carries {l.Carried!.ToDisplay()}")],
            Fixes = edits.Count == 0 ? [new("Join the switches", Manual: $"Cable {islands[0].Switches[0].Name} to {islands[1].Switches[0].Name}, or document the link that is there, with VLANs {vlans.ToDisplay()} tagged at both ends.")]
                : [new($"Add {vlans.ToDisplay()} to {(edits.Count == 1 ? $"{edits[0].Device.Name} {edits[0].Port.Name}" : $"{edits.Count} ports between them")}", CatalogueEdits: [.. edits.Select(e => new CatalogueEdit.AllowVlans(e.Device.Name, e.Port.Name, e.Missing))]),
                    new("Allow them on the switches", Manual: string.Join("\n\n", edits.Take(20).Select(e => SwitchWords.AllowVlans(e.Device, e.Port, e.Missing, false))))],
        };

        int? Side(Device device) => sides.Where(s => s.Set.Contains(device)).Select(s => (int?)s.Domain).FirstOrDefault();
    }

    private static string Words(Island island) => $"{(island.Hosts.Count > 0 ? $"{Count(island.Hosts.Count, "host")} on " : "the gateway on ")}{List(island.Switches.Select(s => s.Name))}";

    private static string Place(LabelCell cell) => cell.Is("Guest") ? DesignPath.Of(cell.Network, "guestVlans") : cell.Path;
}
