using System.Runtime.InteropServices;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>
/// Says what stops when one thing is taken out. It costs the hops of all paths, and per thing that switches hang on a look at their links; never a run of all
/// rules per thing. A traffic type of a host stops with a thing that all its legs run over, so most things are never looked at: legs that share nothing stop
/// with nothing.
/// </summary>
public static class FailureSimulation
{
    /// <summary>Runs it over all things the traffic of the zone is documented to run over.</summary>
    public static FailureReport Run(RuleFacts facts)
    {
        var working = facts.Legs.Where(l => l.Path.End is { } end && SwitchFabric.Forwards(end.Device)).ToList();
        var numbers = new Dictionary<Guid, int>(working.Count);
        foreach (var leg in working)
            numbers[leg.Port.Id] = numbers.Count;
        var elements = new FailureElements(facts.Shared, working);
        var places = facts.TrafficPlaces;
        var stopped = new Dictionary<FailureKey, Dictionary<TrafficPlace, (StopReason Reason, string From)>>();
        // In the order in which the last legs go.
        foreach (var (_, place, keys) in places.Select(p => Alone(p, numbers, elements)).Where(p => p.Keys.Count > 0).OrderBy(p => p.Last))
            foreach (var key in keys)
                Stopped(key)[place] = (StopReason.NoLegLeft, "");
        var reach = new FabricReach(facts, places);
        foreach (var (key, loss) in elements.InFabric)
            foreach (var (place, from) in reach.CutOff(loss))
                Stopped(key).TryAdd(place, (StopReason.CutOff, from));
        var known = places.Select(p => p.Host).ToHashSet();
        return new FailureReport([.. stopped.Select(s => Describe(s.Key, s.Value, elements)).OrderByDescending(f => f.Hosts).ThenByDescending(f => f.Kind).ThenBy(f => f.Name, StringComparer.Ordinal)], elements.Examined,
            [.. facts.Hosts.Where(h => !known.Contains(h)).Select(h => h.Reference)]);

        Dictionary<TrafficPlace, (StopReason, string)> Stopped(FailureKey key)
        {
            ref var of = ref CollectionsMarshal.GetValueRefOrAddDefault(stopped, key, out _);
            return of ??= [];
        }
    }

    // The things a place stops with all by themselves, and the number of its last leg.
    private static (int Last, TrafficPlace Place, List<FailureKey> Keys) Alone(TrafficPlace place, Dictionary<Guid, int> numbers, FailureElements elements)
    {
        var legs = place.Legs.ConvertAll(l => numbers[l.Port.Id]);
        return (legs.Max(), place, [.. elements.Common(legs)]);
    }

    private static ElementFailure Describe(FailureKey key, Dictionary<TrafficPlace, (StopReason Reason, string From)> stopped, FailureElements elements)
    {
        var stops = from s in stopped
                    group s.Key by (s.Key.Cell.Traffic, s.Key.Cell.Network, s.Key.Host.Cluster, s.Value) into g
                    let first = g.First()
                    select new StoppedTraffic(first.Cell.Traffic.Type, first.Cell.Network.Name, first.Host.Pod.Name, first.Host.Cluster.Name, DesignPath.Of(first.Host.Pod, first.Host.Cluster),
                        [.. g.Select(p => new StoppedHost(p.Host.Reference, p.Legs[0].Uplink.Name, p.Legs.Count, p.Legs.Select(l => l.Path.End!.Device).Distinct().Count() == 1))],
                        first.ClusterPlaces, g.Key.Value.Reason) { CutOffFrom = g.Key.Value.From };
        var zoneWide = stopped.Keys.GroupBy(p => p.Cell.Traffic).Where(g => g.Count() == g.First().ZonePlaces).Select(g => g.First().Cell.Traffic.Type).Distinct();
        var (name, reference) = elements.Describe(key);
        return new ElementFailure(key.Kind, name, reference, [.. stops], [.. zoneWide]);
    }
}
