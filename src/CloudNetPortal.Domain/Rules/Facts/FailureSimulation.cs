namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>
/// Takes out one thing at a time and says what stops. It costs the hops of all paths, and per thing that switches hang on a look at their links; never a
/// run of all rules per thing.
/// </summary>
public static class FailureSimulation
{
    /// <summary>Runs it over all things the traffic of the zone is documented to run over.</summary>
    public static FailureReport Run(RuleFacts facts)
    {
        var working = facts.Legs.Where(l => l.Path.End is { } end && SwitchFabric.Forwards(end.Device)).ToList();
        var places = facts.TrafficPlaces;
        // A leg may carry nothing: one below a Storage label in a zone without storage ranges.
        var byLeg = places.SelectMany(p => p.Legs.Select(l => (l.Port.Id, Place: p))).ToLookup(x => x.Id, x => x.Place);
        var reach = new FabricReach(facts, places);
        var failures = new List<ElementFailure>();
        var examined = new Dictionary<FailureKind, int>();
        foreach (var element in new FailureElements(facts.Shared, working).All)
        {
            examined[element.Kind] = examined.GetValueOrDefault(element.Kind) + 1;
            Dictionary<TrafficPlace, (StopReason Reason, string From)>? stopped = null;
            // A place stops with the last of its legs.
            foreach (var leg in element.Legs)
                foreach (var place in byLeg[leg.Port.Id])
                    if (++place.LegsGone == place.Legs.Count)
                        (stopped ??= [])[place] = (StopReason.NoLegLeft, "");
            foreach (var leg in element.Legs)
                foreach (var place in byLeg[leg.Port.Id])
                    place.LegsGone = 0;
            if (element.Devices.Count > 0 || element.Links.Count > 0)
                foreach (var (place, from) in reach.CutOff(element))
                    (stopped ??= []).TryAdd(place, (StopReason.CutOff, from));
            if (stopped is not null)
                failures.Add(Describe(element, stopped));
        }
        var known = places.Select(p => p.Host).ToHashSet();
        return new FailureReport([.. failures.OrderByDescending(f => f.Hosts).ThenByDescending(f => f.Kind).ThenBy(f => f.Name, StringComparer.Ordinal)], examined,
            [.. facts.Hosts.Where(h => !known.Contains(h)).Select(h => h.Reference)]);
    }

    private static ElementFailure Describe(FailureElement element, Dictionary<TrafficPlace, (StopReason Reason, string From)> stopped)
    {
        var stops = from s in stopped
                    group s.Key by (s.Key.Cell.Traffic, s.Key.Cell.Network, s.Key.Host.Cluster, s.Value) into g
                    let first = g.First()
                    select new StoppedTraffic(first.Cell.Traffic.Type, first.Cell.Network.Name, first.Host.Pod.Name, first.Host.Cluster.Name, DesignPath.Of(first.Host.Pod, first.Host.Cluster),
                        [.. g.Select(p => new StoppedHost(p.Host.Reference, p.Legs[0].Uplink.Name, p.Legs.Count, p.Legs.Select(l => l.Path.End!.Device).Distinct().Count() == 1))],
                        first.ClusterPlaces, g.Key.Value.Reason) { CutOffFrom = g.Key.Value.From };
        var zoneWide = stopped.Keys.GroupBy(p => p.Cell.Traffic).Where(g => g.Count() == g.First().ZonePlaces).Select(g => g.First().Cell.Traffic.Type).Distinct();
        var (name, reference) = element.Describe();
        return new ElementFailure(element.Kind, name, reference, [.. stops], [.. zoneWide]);
    }
}
