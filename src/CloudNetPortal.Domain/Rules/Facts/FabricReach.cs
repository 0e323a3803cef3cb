using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>
/// Which hosts still reach each other, their gateway and their storage server over the switches when a box or a link is gone. Hosts on the same switches
/// are looked at together. Links nobody described count as carrying: what is not known raises no alarm.
/// </summary>
internal sealed class FabricReach
{
    private readonly RuleFacts _facts;
    private readonly List<(VlanDomain Whole, List<List<Group>> Islands, List<(Device Switch, string What)> Anchors)> _parts = [];

    private static readonly EqualityComparer<Device[]> SameSwitches =
        EqualityComparer<Device[]>.Create((a, b) => a.AsSpan().SequenceEqual(b), switches => switches.Aggregate(0, (hash, device) => HashCode.Combine(hash, device)));

    private sealed record Group(Device[] Switches, List<TrafficPlace> Places);

    public FabricReach(RuleFacts facts, IReadOnlyList<TrafficPlace> places)
    {
        _facts = facts;
        foreach (var cell in places.GroupBy(p => (p.Cell.Traffic, p.Cell.Hypervisor)))
        {
            var members = cell.ToList();
            foreach (var cluster in members.GroupBy(p => p.Host.Cluster))
                foreach (var place in cluster)
                    place.ClusterPlaces = cluster.Count();
            members.ForEach(p => p.ZonePlaces = members.Count);
            var anchors = Anchors(members[0].Cell).ToList();
            var needed = TrafficPlace.OnWires(members, facts);
            foreach (var whole in facts.Fabric.Domains(needed))
            {
                var groups = members.Select(p => (Place: p, Switches: p.SwitchesFor(whole.Vlans, facts))).Where(x => x.Switches.Length > 0)
                    .GroupBy(x => x.Switches, SameSwitches).Select(g => new Group(g.First().Switches, [.. g.Select(x => x.Place)])).ToList();
                if (groups.Count > 0)
                    _parts.Add((whole, [.. groups.GroupBy(g => whole.AtBest(g.Switches[0])).Select(g => g.ToList())], anchors));
            }
        }
    }

    /// <summary>Places that keep a NIC but lose the rest of their network.</summary>
    public IEnumerable<(TrafficPlace Place, string From)> CutOff(FabricLoss without)
    {
        foreach (var (whole, islands, anchors) in _parts)
        {
            if (without.Devices.Count == 0 && !without.Links.Any(l => _facts.Fabric.MayPass(whole.Vlans, l)))
                continue;
            var left = _facts.Fabric.Domain(whole.Vlans, without.Devices, without.Links);
            // Links that have a second way round: all that was joined still is.
            if (without.Devices.Count == 0 && left.HoldsTogetherAs(whole))
                continue;
            foreach (var island in islands)
            {
                var domain = whole.AtBest(island[0].Switches[0])!.Value;
                var standing = island.Select(g => (Group: g, Domains: g.Switches.Where(s => !without.Devices.Contains(s)).Select(s => left.AtBest(s)!.Value).Distinct().ToList())).Where(g => g.Domains.Count > 0).ToList();
                var near = anchors.Where(a => !without.Devices.Contains(a.Switch) && whole.Touches(a.Switch).Contains(domain)).ToList();
                var homes = near.SelectMany(a => left.Touches(a.Switch)).ToHashSet();
                var from = near.Count > 0 ? near[0].What : "most other hosts";
                if (homes.Count == 0 && standing.Count > 0)
                    homes = [standing.SelectMany(g => g.Domains.Select(d => (Domain: d, g.Group.Places.Count))).GroupBy(x => x.Domain).OrderByDescending(x => x.Sum(y => y.Count)).ThenBy(x => x.Key).First().Key];
                foreach (var place in standing.Where(g => !g.Domains.Exists(homes.Contains)).SelectMany(g => g.Group.Places))
                    yield return (place, from);
            }
        }
    }

    /// <summary>Boxes that have the gateway of a traffic type, of one pod or of all.</summary>
    public static IEnumerable<Device> Gateways(RuleFacts facts, LabelCell cell, Pod? pod)
    {
        var pods = pod is null ? facts.Design.Pods : [pod];
        IEnumerable<string?> texts = cell.Traffic.Type.ToUpperInvariant() switch
        {
            "MANAGEMENT" => pods.Select(p => p.Gateway),
            "PUBLIC" => facts.Design.PublicRanges.Select(r => r.Gateway),
            "STORAGE" => pods.SelectMany(p => p.StorageRanges).Select(r => r.Gateway),
            _ => [],
        };
        return texts.Distinct().Where(t => Ipv4.TryParse(t, out _)).SelectMany(t => facts.Shared.AddressOwners[Ipv4.Parse(t!)]).Where(SwitchFabric.Forwards).Distinct();
    }

    // Boxes that have the gateway's address; for Storage also those a storage server is plugged into.
    private IEnumerable<(Device Switch, string What)> Anchors(LabelCell cell)
    {
        var owners = _facts.Shared.AddressOwners;
        var gateways = Gateways(_facts, cell, null).Select(d => (Switch: d, What: $"the gateway on {d.Name}"));
        var servers = !cell.Is("Storage") ? [] : _facts.Design.SecondaryStorages.Select(s => HostFacts.HostPart(s.Url)).Where(h => Ipv4.TryParse(h, out _)).SelectMany(h => owners[Ipv4.Parse(h!)])
            .Where(d => !SwitchFabric.Forwards(d)).Distinct().SelectMany(d => d.Interfaces.Select(i => _facts.PathFrom(i).End?.Device).OfType<Device>().Where(SwitchFabric.Forwards).Select(s => (Switch: s, What: $"the storage server {d.Name}")));
        return gateways.Concat(servers).Distinct();
    }
}
