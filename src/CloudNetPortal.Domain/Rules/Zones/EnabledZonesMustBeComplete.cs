using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1011.</summary>
internal sealed class EnabledZonesMustBeComplete : Rule
{
    public override string Id => "CNP1011";
    public override string Title => "Enabled zones must be complete";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Warning, Meaning: "no physical network with Guest, no pod or no cluster"), new("b", Warning, Advice, Meaning: "an empty cluster"), new("c", Advice, Advice, Meaning: "the zone is handed over disabled")];
    public override string Team => "network";
    public override string Why => "Enabling a zone checks none of this: it says Enabled, and no instance and no system VM ever starts.";
    public override string Rejected => "To be enabled: a physical network and a pod, but no cluster.";
    public override string Accepted => "A physical network with Guest, a pod, a cluster, a host in it.";
    public override string Cure => "Add what is missing, or hand the zone over disabled.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Zone | Reads.Networks | Reads.Pods | Reads.Clusters | Reads.Hosts;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        var missing = new List<(string What, string Path)>();
        if (!design.PhysicalNetworks.Exists(n => n.Traffic("Guest") is not null))
            missing.Add(("physical network with Guest traffic", "physicalNetworks"));
        if (design.Pods.Count == 0)
            missing.Add(("pod", "pods"));
        else if (!design.Pods.Exists(p => p.Clusters.Count > 0))
            missing.Add(("cluster", DesignPath.Of(design.Pods[0], "clusters")));
        if (missing.Count > 0)
            yield return Found(missing[0].Path, $"The zone is to be {(design.EnableZone ? "enabled" : "built")}, but {(missing is [var one] ? $"there is no {one.What} in it" : $"it has neither {string.Join(" nor ", missing.Select(m => "a " + m.What))}")}.", design.EnableZone ? "a" : "c");
        // VMware brings its hosts itself.
        var empty = (from pod in design.Pods
                     from cluster in pod.Clusters
                     where cluster.Hosts.Count == 0 && Hypervisor.Find(cluster.Hypervisor) is not { HostsAreAdded: false }
                     select (pod, cluster)).ToList();
        if (empty.Count > 0)
        {
            var all = design.Pods.Sum(p => p.Clusters.Count) == empty.Count;
            yield return Found(DesignPath.Of(empty[0].pod, empty[0].cluster, "hosts"), $"{(empty.Count == 1 ? $"Cluster {empty[0].cluster.Name} has" : $"Clusters {List(empty.Select(e => e.cluster.Name))} have")} no host{(all ? "; nothing can start in the zone" : "")}.", design.EnableZone ? "b" : "c") with
            {
                Objects = [.. empty.Select(e => new ObjectRef("cluster", e.cluster.Name, DesignPath.Of(e.pod, e.cluster)))],
            };
        }
    }
}
