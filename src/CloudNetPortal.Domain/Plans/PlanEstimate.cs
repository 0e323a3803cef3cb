using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Domain.Plans;

/// <summary>
/// How long a plan takes a CloudStack 4.23 on two cores, from calls timed there: its own time per call, one insert per address where it has that. Waits for
/// people and machines (hosts that boot, volumes that are expunged) are not in it.
/// </summary>
/// <param name="OneByOne">Every call after the one before.</param>
/// <param name="CriticalPath">The longest chain of steps that need each other; lanes count as chains.</param>
/// <param name="InParallel">With this many calls at a time.</param>
/// <param name="Longest">Keys of the steps of the longest chain, in order.</param>
public sealed record PlanEstimate(TimeSpan OneByOne, TimeSpan CriticalPath, TimeSpan InParallel, IReadOnlyList<string> Longest)
{
    // Milliseconds of the server, the job included.
    private static readonly Dictionary<string, double> Base = new(StringComparer.Ordinal)
    {
        ["createZone"] = 84, ["updateZone"] = 27, ["createPhysicalNetwork"] = 92, ["updatePhysicalNetwork"] = 100, ["addTrafficType"] = 54, ["updateTrafficType"] = 49, ["addNetworkServiceProvider"] = 62,
        ["updateNetworkServiceProvider"] = 50, ["configureVirtualRouterElement"] = 45, ["configureInternalLoadBalancerElement"] = 39, ["configureOvsElement"] = 45, ["createPod"] = 40, ["updatePod"] = 26,
        ["createManagementNetworkIpRange"] = 40, ["createStorageNetworkIpRange"] = 25, ["createVlanIpRange"] = 20, ["updateVlanIpRange"] = 31, ["createNetwork"] = 128, ["addCluster"] = 26, ["addHost"] = 165,
        ["createStoragePool"] = 168, ["addImageStore"] = 56, ["dedicateGuestVlanRange"] = 42, ["updateConfiguration"] = 17, ["addAnnotation"] = 15, ["deletePod"] = 900, ["deletePhysicalNetwork"] = 560,
        ["enableStorageMaintenance"] = 2400, ["prepareHostForMaintenance"] = 570, ["destroySystemVm"] = 1850, ["deleteCluster"] = 44, ["deleteHost"] = 41, ["deleteZone"] = 30, ["deleteStoragePool"] = 80,
        ["deleteImageStore"] = 20, ["deleteVlanIpRange"] = 18, ["deleteStorageNetworkIpRange"] = 31, ["deleteTrafficType"] = 44,
    };

    private static readonly Dictionary<string, double> PerAddress = new(StringComparer.Ordinal)
    {
        ["createPod"] = 5.5, ["createManagementNetworkIpRange"] = 5.5, ["createVlanIpRange"] = 1.0, ["createStorageNetworkIpRange"] = 0.3,
    };

    // A look before and a look after.
    private const double Look = 20, Other = 50;

    /// <summary>Time of one step, its looks included.</summary>
    public static TimeSpan Of(PlanStep step)
    {
        if (step.OnlyFinds || step.Action == PlanAction.Wait)
            return TimeSpan.FromMilliseconds(Look);
        var addresses = PerAddress.TryGetValue(step.Command, out var each) && Ipv4Range.TryParse(Text(step, "startip"), Text(step, "endip"), out var range) ? range.Count : 0;
        return TimeSpan.FromMilliseconds(Base.GetValueOrDefault(step.Command, Other) + (addresses * each) + (step.ReadBack is null ? 0 : Look));
    }

    /// <summary>Time of a whole plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="atATime">Calls at a time; the server gains nothing from more than 4.</param>
    public static PlanEstimate Of(Plan plan, int atATime = 4)
    {
        var times = plan.Steps.ToDictionary(s => s.Key, s => Of(s).TotalMilliseconds);
        // A roll back shown before a push names steps that are not in it.
        var needs = plan.Steps.ToDictionary(s => s.Key, s => PlanOrder.Needs(s).Where(times.ContainsKey).ToList());
        Dictionary<string, (double End, string? Before)> chain = [];
        Dictionary<string, string> lanes = [];
        Dictionary<string, double> ends = [];
        var free = new PriorityQueue<int, double>(Enumerable.Range(0, atATime).Select(i => (i, 0.0)));
        Dictionary<string, double> laneFree = [];
        foreach (var step in plan.Steps)
        {
            var before = needs[step.Key].Concat(step.Lane is not null && lanes.TryGetValue(step.Lane, out var last) ? [last] : []).ToList();
            var longest = before.Count == 0 ? null : before.MaxBy(b => chain[b].End);
            chain[step.Key] = ((longest is null ? 0 : chain[longest].End) + times[step.Key], longest);
            if (step.Lane is not null)
                lanes[step.Lane] = step.Key;
        }
        // Whoever is ready first goes first, the longest way to the end before others.
        var rest = RestOf(plan, needs, times);
        var waiting = plan.Steps.ToDictionary(s => s.Key, s => needs[s.Key].Count);
        var followers = plan.Steps.SelectMany(s => needs[s.Key].Select(n => (n, s))).ToLookup(x => x.n, x => x.s);
        var ready = new PriorityQueue<PlanStep, (double, double)>(plan.Steps.Where(s => waiting[s.Key] == 0).Select(s => (s, (0.0, -rest[s.Key]))));
        while (ready.TryDequeue(out var step, out var at))
        {
            free.TryDequeue(out var worker, out var since);
            var start = Math.Max(Math.Max(at.Item1, since), step.Lane is null ? 0 : laneFree.GetValueOrDefault(step.Lane));
            ends[step.Key] = start + times[step.Key];
            free.Enqueue(worker, ends[step.Key]);
            if (step.Lane is not null)
                laneFree[step.Lane] = ends[step.Key];
            foreach (var next in followers[step.Key])
                if (--waiting[next.Key] == 0)
                    ready.Enqueue(next, (needs[next.Key].Max(n => ends[n]), -rest[next.Key]));
        }
        List<string> path = [];
        for (var key = chain.Count == 0 ? null : chain.MaxBy(c => c.Value.End).Key; key is not null; key = chain[key].Before)
            path.Insert(0, key);
        return new PlanEstimate(TimeSpan.FromMilliseconds(times.Values.Sum()), TimeSpan.FromMilliseconds(chain.Count == 0 ? 0 : chain.Values.Max(c => c.End)),
            TimeSpan.FromMilliseconds(ends.Count == 0 ? 0 : ends.Values.Max()), path);
    }

    private static Dictionary<string, double> RestOf(Plan plan, Dictionary<string, List<string>> needs, Dictionary<string, double> times)
    {
        var rest = plan.Steps.ToDictionary(s => s.Key, s => times[s.Key]);
        foreach (var step in plan.Steps.Reverse())
            foreach (var need in needs[step.Key])
                rest[need] = Math.Max(rest[need], times[need] + rest[step.Key]);
        return rest;
    }

    private static string? Text(PlanStep step, string name) => step.Arguments.FirstOrDefault(a => a.Name == name)?.Text;
}
