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
        var rest = RestOf(plan, needs, times);
        var (critical, longest) = Critical(plan, needs, times, rest);
        return new PlanEstimate(TimeSpan.FromMilliseconds(times.Values.Sum()), TimeSpan.FromMilliseconds(critical), TimeSpan.FromMilliseconds(Scheduled(plan, needs, times, rest, atATime)), longest);
    }

    private static (double, IReadOnlyList<string>) Critical(Plan plan, Dictionary<string, List<string>> needs, Dictionary<string, double> times, Dictionary<string, double> rest)
    {
        Dictionary<string, (double End, string? Before)> chain = [];
        foreach (var step in plan.Steps)
        {
            var before = needs[step.Key].Count == 0 ? null : needs[step.Key].MaxBy(n => chain[n].End);
            chain[step.Key] = ((before is null ? 0 : chain[before].End) + times[step.Key], before);
        }
        if (chain.Count == 0)
            return (0, []);
        List<string> path = [];
        for (var key = chain.MaxBy(c => c.Value.End).Key; key is not null; key = chain[key].Before)
            path.Insert(0, key);
        var longest = chain.Values.Max(c => c.End);
        // A lane cannot be quicker than all its steps, from when its first can begin to when what follows its last is done.
        foreach (var lane in plan.Steps.Where(s => s.Lane is not null).GroupBy(s => s.Lane))
        {
            var whole = lane.Min(s => chain[s.Key].End - times[s.Key]) + lane.Sum(s => times[s.Key]) + lane.Min(s => rest[s.Key] - times[s.Key]);
            if (whole > longest)
                (longest, path) = (whole, [.. lane.Select(s => s.Key)]);
        }
        return (longest, path);
    }

    // Whoever is ready first goes first; among equals the one with the longest way to the end.
    private static double Scheduled(Plan plan, Dictionary<string, List<string>> needs, Dictionary<string, double> times, Dictionary<string, double> rest, int atATime)
    {
        Dictionary<string, double> ends = [], laneFree = [];
        var free = new PriorityQueue<int, double>(Enumerable.Range(0, atATime).Select(i => (i, 0.0)));
        var waiting = plan.Steps.ToDictionary(s => s.Key, s => needs[s.Key].Count);
        var followers = plan.Steps.SelectMany(s => needs[s.Key].Select(n => (n, s))).ToLookup(x => x.n, x => x.s);
        var ready = new PriorityQueue<PlanStep, (double, double)>(plan.Steps.Where(s => waiting[s.Key] == 0).Select(s => (s, (0.0, -rest[s.Key]))));
        while (ready.TryDequeue(out var step, out var at))
        {
            // A busy lane takes no worker.
            if (step.Lane is not null && laneFree.GetValueOrDefault(step.Lane) > at.Item1)
            {
                ready.Enqueue(step, (laneFree[step.Lane], at.Item2));
                continue;
            }
            free.TryDequeue(out var worker, out var since);
            ends[step.Key] = Math.Max(at.Item1, since) + times[step.Key];
            free.Enqueue(worker, ends[step.Key]);
            if (step.Lane is not null)
                laneFree[step.Lane] = ends[step.Key];
            foreach (var next in followers[step.Key])
                if (--waiting[next.Key] == 0)
                    ready.Enqueue(next, (needs[next.Key].Max(n => ends[n]), -rest[next.Key]));
        }
        return ends.Count == 0 ? 0 : ends.Values.Max();
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
