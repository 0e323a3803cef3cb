using CloudNetPortal.Domain.Plans.Objects;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.TakingDown;

/// <summary>
/// The steps that remove objects, children before what they are in: hosts through maintenance, storage through maintenance, clusters, stores, ranges, pods,
/// physical networks, the zone. Traffic types and providers go with their network.
/// </summary>
internal sealed class TakeDown(ZoneSnapshot? snapshot)
{
    /// <summary>Ids that stay because the design has them.</summary>
    public IReadOnlySet<string> Claimed { get; init; } = new HashSet<string>();

    /// <summary>Steps that must be done before anything is removed: system VMs gone, volumes expunged.</summary>
    public IReadOnlyList<string> First { get; init; } = [];

    /// <summary>The steps, and objects that are in the way of a removal and may not be removed.</summary>
    public (IReadOnlyList<PlanStep> Steps, IReadOnlyList<PlanProblem> Problems) Steps(IEnumerable<Doomed> objects)
    {
        var all = objects.OrderBy(d => d.Kind.TakeDownOrder).ToList();
        var doomed = all.ToDictionary(d => d.Self, StringComparer.Ordinal);
        var single = all.Where(d => !(d.Kind is TrafficTypeObject or ProviderObject or AnnotationObject && d.Parents.Any(p => doomed.ContainsKey(p)))).ToList();
        // Only the nearest parent waits for a child; the zone waits for what has no other.
        var children = single.SelectMany(d => Nearest(d, doomed).Select(p => (Parent: p, Child: d))).ToLookup(x => x.Parent, x => x.Child, StringComparer.Ordinal);
        List<PlanStep> steps = [];
        foreach (var one in single)
        {
            // A physical network takes its ranges along, whose own removal would then find nothing; a range does not always say which network it is on.
            var ranges = one.Kind is PhysicalNetworkObject ? single.Where(d => d.Kind is VlanIpRangeObject or GuestNetworkObject or VlanDedicationObject).Select(d => d.Key) : [];
            IReadOnlyList<string> after = [.. children[one.Self].Select(c => c.Key).Concat(ranges).Distinct(), .. First];
            steps.AddRange(one.Kind switch
            {
                HostObject => HostRemoval.Steps(one, after, IsLastOfACluster(one, single, doomed)),
                StoragePoolObject => PoolRemoval.Steps(one, after),
                _ => [Remove(one, after)],
            });
        }
        return (steps, [.. InTheWay(doomed)]);
    }

    /// <summary>One removing step.</summary>
    public static PlanStep Remove(Doomed one, IReadOnlyList<string> after, params IReadOnlyList<PlanArgument> more)
    {
        var byZone = one.Kind.DeleteBy != "id";
        return new PlanStep
        {
            Key = one.Key, Section = SectionOf(one.Kind), Title = one.Title, Command = one.Kind.Delete!, IsAsync = one.Kind.DeleteIsAsync, Action = PlanAction.Remove, After = after,
            Arguments = [byZone ? Zone(one) : one.Argument("id"), .. more],
            Lookup = Lookup(one), NotYet = one.Kind.DeleteNotYet, LongestSeconds = one.Kind.DeleteNotYet.Count > 0 ? 1800 : 300, Former = one.Former,
            Lane = one.Kind is PodObject ? "pods" : one.Kind is StorageRangeObject ? "storage-ranges" : null,
            Reversibility = one.Kind.DeleteReversibility, UndoNote = one.Kind.DeleteReversibility == Reversibility.OneWay ? "It can be made again by a push; its id, history and contents are gone." : "Made again by a push of a design that has it, under a new id.",
            Disturbs = one.Kind.DeleteDisturbs,
        };
    }

    /// <summary>Finds the object by its id, in the list where it stands.</summary>
    public static PlanLookup Lookup(Doomed one)
    {
        IReadOnlyList<PlanArgument> arguments = one.Kind switch
        {
            TrafficTypeObject or ProviderObject => [.. one.Parents.Take(1).Select(p => one.Parent("physicalnetworkid", p))],
            VmwareDatacenterObject or ZoneDedicationObject => [Zone(one)],
            _ => [one.Argument("id")],
        };
        return new PlanLookup(one.Kind.List, arguments, [one.Argument("id")]);
    }

    // Rows name the zone last.
    private static PlanArgument Zone(Doomed one) => one.Parent("zoneid", one.Parents[^1]);

    private static List<string> Nearest(Doomed one, Dictionary<string, Doomed> doomed)
    {
        var parents = one.Parents.Where(doomed.ContainsKey).ToList();
        var below = parents.Where(p => doomed[p].Kind is not ZoneObject).ToList();
        return below.Count > 0 ? below : parents;
    }

    private static bool IsLastOfACluster(Doomed host, List<Doomed> all, Dictionary<string, Doomed> doomed) =>
        host.Parents.FirstOrDefault(p => doomed.TryGetValue(p, out var parent) && parent.Kind is ClusterObject) is { } cluster
        && all.Last(d => d.Kind is HostObject && d.Parents.Contains(cluster)) == host;

    private IEnumerable<PlanProblem> InTheWay(Dictionary<string, Doomed> doomed)
    {
        if (snapshot is null)
            yield break;
        foreach (var kind in CloudObject.All.Where(k => k is not (ZoneObject or TrafficTypeObject or ProviderObject) && k.Delete is not null))
            foreach (var row in snapshot.Rows(kind.List))
                if (FieldPath.Text(row, "id") is { } id && !doomed.ContainsKey(id) && !(kind.IsMadeByTheServer(row, snapshot) && !Claimed.Contains(id))
                    && Doomed.ParentFields.Select(f => FieldPath.Text(row, f)).FirstOrDefault(p => p is not null && p != id && doomed.TryGetValue(p, out var parent) && parent.Kind is not (ZoneObject or PhysicalNetworkObject)
                        || p is not null && doomed.TryGetValue(p, out var zone) && zone.Kind is ZoneObject) is { } in_)
                    yield return new PlanProblem(doomed[in_].Key, doomed[in_].Title, $"{char.ToUpperInvariant(kind.Noun[0])}{kind.Noun[1..]} {kind.NameOf(row)} is in it, and {(Claimed.Contains(id) ? "the design has it" : "the portal did not make it")}.",
                        Claimed.Contains(id) ? "Move it in the design, or keep what it is in." : "Say that the portal owns it, or remove it in CloudStack.");
    }

    private static string SectionOf(CloudObject kind) => kind switch
    {
        HostObject or ClusterObject or VmwareDatacenterObject => "Compute",
        StoragePoolObject or ImageStoreObject or StagingStoreObject => "Storage",
        PodObject or StorageRangeObject => "Pods",
        PhysicalNetworkObject or TrafficTypeObject or ProviderObject => "Networks",
        ZoneObject or ZoneDedicationObject => "Zone",
        _ => "Ranges",
    };
}
