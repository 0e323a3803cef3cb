using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>A traffic type on one host, with the NICs that carry it.</summary>
internal sealed class TrafficPlace(HostFacts host, LabelCell cell, LabelResolution resolution)
{
    public HostFacts Host { get; } = host;
    public LabelCell Cell { get; } = cell;
    public LabelResolution Resolution { get; } = resolution;
    public List<LabelLeg> Legs { get; } = [];
    /// <summary>Hosts of the cluster, and of the zone, that have such a place.</summary>
    public int ClusterPlaces { get; set; }
    public int ZonePlaces { get; set; }

    /// <summary>VLANs its frames have on the wire of a leg: those CloudStack tags, else the one the host tags with, else the untagged one of the port.</summary>
    public VlanSet On(LabelLeg leg, RuleFacts facts)
    {
        if (!Cell.Tagged.IsEmpty)
            return Cell.Tagged;
        var own = Resolution.HostTag?.VlanId ?? facts.VlansOf(leg.Path.End!.Port).Untagged;
        return own is { } id ? VlanSet.Of(id) : VlanSet.Empty;
    }

    /// <summary>VLANs of all places together.</summary>
    public static VlanSet OnWires(IEnumerable<TrafficPlace> places, RuleFacts facts)
    {
        // Few different sets on many legs.
        var (all, met) = (VlanSet.Empty, new HashSet<VlanSet>());
        foreach (var place in places)
            foreach (var leg in place.Legs)
                if (place.On(leg, facts) is var set && met.Add(set))
                    all = all.Union(set);
        return all;
    }

    /// <summary>Switches that take the VLANs of a part from it.</summary>
    public Device[] SwitchesFor(VlanSet part, RuleFacts facts)
    {
        var found = new List<Device>(Legs.Count);
        foreach (var leg in Legs)
            if (leg.Path.End!.Device is var end && facts.VlansOf(leg.Path.End.Port).Passes(part.Highest) == true && On(leg, facts).Contains(part.Highest) && !found.Contains(end))
                found.Add(end);
        found.Sort((a, b) => a.Id.CompareTo(b.Id));
        return [.. found];
    }

    /// <summary>All of a zone whose cabling is known to a switch. Storage counts where there are storage ranges: else nothing is sent through its label.</summary>
    public static IReadOnlyList<TrafficPlace> Of(RuleFacts facts)
    {
        var storage = facts.Design.Pods.Exists(p => p.StorageRanges.Count > 0);
        var places = new Dictionary<(HostFacts, object), TrafficPlace>();
        foreach (var leg in facts.Legs.Where(l => l.Path.End is { } end && SwitchFabric.Forwards(end.Device)))
            foreach (var (cell, resolution) in leg.Uses.Where(u => storage || !u.Cell.Is("Storage")))
            {
                var key = (leg.Host, (object)cell.Traffic);
                if (!places.TryGetValue(key, out var place))
                    places[key] = place = new TrafficPlace(leg.Host, cell, resolution);
                if (!place.Legs.Exists(l => l.Port.Id == leg.Port.Id))
                    place.Legs.Add(leg);
            }
        return [.. places.Values];
    }
}
