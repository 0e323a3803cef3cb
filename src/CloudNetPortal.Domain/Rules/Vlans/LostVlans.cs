using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>VLANs that do not come through to hosts, all legs with the same missing set together.</summary>
/// <param name="Missing">The VLANs.</param>
/// <param name="Places">Legs and where the VLANs are lost.</param>
internal sealed record LostVlans(VlanSet Missing, IReadOnlyList<LostVlans.Place> Places)
{
    /// <summary>Where VLANs of one leg are lost.</summary>
    internal sealed record Place(LabelLeg Leg, Device Device, Interface Port, PortVlans Vlans)
    {
        /// <summary>True when the host's own switch loses them, before the wire.</summary>
        public bool OnHost => Device == Leg.Host.Device;
    }

    /// <summary>Compares what each leg must carry with what its end port lets through. Legs that cannot be judged are handed back.</summary>
    public static IReadOnlyList<LostVlans> Find(RuleFacts facts, Func<LabelLeg, VlanSet> required, List<LabelLeg> unknown)
    {
        var places = new List<(VlanSet Missing, Place Place)>();
        var memo = new Dictionary<(VlanSet, VlanSet), VlanSet>();
        foreach (var leg in facts.Legs)
        {
            var needed = required(leg);
            if (needed.IsEmpty)
                continue;
            if (leg.Path.End is not { } end || end.Device.Role == DeviceRoles.Hypervisor || facts.VlansOf(end.Port) is not { Tagged: { } tagged } vlans)
            {
                unknown.Add(leg);
                continue;
            }
            var missing = Missing(needed, tagged);
            if (!missing.IsEmpty)
                places.Add((missing, new Place(leg, end.Device, vlans.PlaceMissing(missing), vlans)));
            if (HostLimit(leg) is { } limit && Missing(needed, limit.TaggedVlans!) is { IsEmpty: false } held)
                places.Add((held, new Place(leg, leg.Host.Device!, limit, facts.VlansOf(limit))));
        }
        return [.. places.GroupBy(p => (p.Missing, p.Place.OnHost)).Select(g => new LostVlans(g.Key.Missing, [.. g.Select(p => p.Place)]))];

        VlanSet Missing(VlanSet needed, VlanSet carried) => memo.TryGetValue((needed, carried), out var missing) ? missing : memo[(needed, carried)] = needed.Except(carried);
    }

    /// <summary>The bridge port of the host that lets only named VLANs through to a leg: a trunk of Open vSwitch, or a port of a bridge that filters VLANs; null where nothing is documented.</summary>
    public static Interface? HostLimit(LabelLeg leg) =>
        new[] { leg.Uplink, leg.Port }.FirstOrDefault(p => p is { BridgeId: not null, Mode: SwitchPortMode.Trunk, TaggedVlans: not null });

    /// <summary>Hosts concerned.</summary>
    public IReadOnlyList<HostFacts> Hosts => [.. Places.Select(p => p.Leg.Host).Distinct()];

    /// <summary>Switch ports or LAGs concerned, once each.</summary>
    public IReadOnlyList<Place> Ports => [.. Places.DistinctBy(p => p.Port.Id)];

    /// <summary>The finding; <paramref name="what"/> names the traffic: “of guest-a”.</summary>
    public Finding Describe(RuleFacts facts, Finding finding, string what, string? designPath)
    {
        var first = Places[0];
        var names = string.Join(", ", Hosts.Take(3).Select(h => h.Name)) + (Hosts.Count > 3 ? $" and {Hosts.Count - 3} more" : "");
        var lost = Ports.Count == 1
            ? $"{Way(first)}{(!first.OnHost && first.Port.Id != first.Leg.Path.End!.Port.Id ? $" ({first.Port.Name})" : "")} {Says(first.Vlans)}."
            : $"{Ports.Count} {(first.OnHost ? "ports of the hosts' own switches" : "switch ports")} do not let them through, such as {Way(first)}, which {Says(first.Vlans)}.";
        // A bond that loses VLANs on one leg only works now and then, which is worse than never: say what the other leg does.
        var other = facts.Legs.FirstOrDefault(l => l.Host == first.Leg.Host && l.Uplink.Id == first.Leg.Uplink.Id && l.Port.Id != first.Leg.Port.Id && !Places.Any(p => p.Leg.Port.Id == l.Port.Id));
        if (Hosts.Count == 1 && other?.Path.End is { } end && facts.VlansOf(end.Port).Tagged is { } carried)
            lost += $" The other leg ({other.Port.Name} → {end.Device.Name} {end.Port.Name}) carries {carried.ToDisplay()}.";
        return finding with
        {
            Path = Ports.Count == 1 ? CataloguePath.Of(first.Device, first.Port, "taggedVlans") : designPath ?? CataloguePath.Of(first.Device, first.Port, "taggedVlans"),
            Message = $"VLAN{(Missing.Count > 1 ? "s" : "")} {Missing.ToDisplay()} {what} {(Missing.Count > 1 ? "do" : "does")} not reach {names}: {lost}",
            Objects = [.. Hosts.Select(h => h.Reference), .. Ports.Select(p => new ObjectRef("port", $"{p.Device.Name} {p.Port.Name}", CataloguePath.Of(p.Device, p.Port, "taggedVlans"))), new ObjectRef("vlan", Missing.ToDisplay(), designPath ?? "")],
            Evidence = [.. Places.Take(20).Select(p => $"{Way(p)}: {Says(p.Vlans)}, lacks {Missing.ToDisplay()}")],
            Subjects = [.. Places.Select(p => p.Leg.Subject)],
            Fixes = [.. Fixes()],
        };
    }

    private IEnumerable<Fix> Fixes()
    {
        var trunks = Ports.Where(p => !p.Vlans.IsAccess).ToList();
        var where = trunks.Count == 1 ? $"{trunks[0].Device.Name} {trunks[0].Port.Name}" : $"{trunks.Count} ports";
        if (trunks.Count > 0)
            yield return new Fix($"Add {Missing.ToDisplay()} to {where}", CatalogueEdits: [.. trunks.Select(p => new CatalogueEdit.AllowVlans(p.Device.Name, p.Port.Name, Missing))]);
        yield return new Fix(Ports.Count == 1 ? $"Allow them on {Ports[0].Device.Name}" : Places[0].OnHost ? "Allow them on the hosts" : "Allow them on the switches",
            Manual: string.Join("\n\n", Ports.Take(20).Select(p => p.OnHost ? SwitchWords.AllowOnHost(p.Device, p.Port, Missing, p.Leg.Host.UsesOpenVSwitch) : SwitchWords.AllowVlans(p.Device, p.Port, Missing, p.Vlans.IsAccess, p.Vlans.NotCreated.Intersect(Missing)))));
    }

    private static string Way(Place place) => place.OnHost ? $"{place.Device.Name} {place.Port.Name}, a port of the host's own switch," : place.Leg.Path.ToDisplay();

    private string Says(PortVlans vlans) =>
        vlans.NotCreated.Intersect(Missing) is { IsEmpty: false } absent ? $"allows {vlans.Tagged!.Union(absent).ToDisplay()}, but VLAN{(absent.Count > 1 ? "s" : "")} {absent.ToDisplay()} {(absent.Count > 1 ? "do" : "does")} not exist on the switch" :
        vlans.IsAccess ? $"is an access port{(vlans.Untagged is { } id ? $" of VLAN {id}" : "")}, which lets no tagged VLAN through" : $"allows {vlans.Tagged!.ToDisplay()}";
}
