using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones;
using System.Text.Json.Nodes;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Storage;

/// <summary>CNP8008.</summary>
internal sealed class ClustersMustHavePrimaryStorage : Rule
{
    public override string Id => "CNP8008";
    public override string Title => "Clusters must have primary storage";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Warning, Meaning: "no pool at all"), new("b", Error, Warning, Meaning: "local storage only, and system VMs are not told to use it")];
    public override string Team => "storage";
    public override string Why => "Instances and system VMs need a pool for their disks on the cluster they start in: its own, one of the whole zone for its hypervisor, or the hosts' own disks where the zone allows local storage.";
    public override string Rejected => "Cluster c2 without pool, local storage off.";
    public override string Accepted => "A pool for all KVM clusters of the zone.";
    public override string Cure => "Add a pool, or allow local storage and set system.vm.use.local.storage for the zone.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Zone | Reads.Kind | Reads.Pods | Reads.Clusters | Reads.Storage | Reads.Cloud;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        var bare = (from pod in design.Pods
                    from cluster in pod.Clusters
                    let hypervisor = Hypervisor.Find(cluster.Hypervisor)
                    where hypervisor is not BareMetal && cluster.PrimaryStorages.Count == 0
                        && !design.PrimaryStorages.Exists(s => string.IsNullOrWhiteSpace(s.Hypervisor) || s.Hypervisor.Equals("Any", StringComparison.OrdinalIgnoreCase) || Hypervisor.Find(s.Hypervisor) == hypervisor)
                    select (pod, cluster)).ToList();
        if (bare.Count == 0)
            yield break;
        var path = DesignPath.Of(bare[0].pod, bare[0].cluster, "primaryStorages");
        ObjectRef[] objects = [.. bare.Select(b => new ObjectRef("cluster", b.cluster.Name, DesignPath.Of(b.pod, b.cluster)))];
        const string Local = "system.vm.use.local.storage";
        var isTold = string.Equals(design.Details.Find(d => d.Key == Local)?.Value ?? facts.Setting(Local), "true", StringComparison.OrdinalIgnoreCase);
        if (!design.LocalStorageEnabled)
            yield return Found(path, $"{(bare.Count == 1 ? "Cluster" : "Clusters")} {List(bare.Select(b => b.cluster.Name))} {(bare.Count == 1 ? "has" : "have")} no primary storage, and the zone allows no local storage.", "a") with { Objects = objects, Fixes = [.. Ways(bare[0].pod, bare[0].cluster)] };
        else if (facts.Kind is not { IsEdge: true } && !isTold)
            yield return Found(path, $"{(bare.Count == 1 ? "Cluster" : "Clusters")} {List(bare.Select(b => b.cluster.Name))} {(bare.Count == 1 ? "has" : "have")} the hosts' own disks only; system VMs use them when system.vm.use.local.storage is true for the zone, which the design does not say.", "b") with { Objects = objects, Fixes = [.. Pool(bare[0].pod, bare[0].cluster)] };
    }

    private static IEnumerable<Fix> Ways(Pod pod, Cluster cluster) => Fix.Choose("Choose the primary storage", [.. Pool(pod, cluster).SelectMany(f => f.Choices), new Fix("The hosts' own disks", [FieldEdit.Switch("localStorageEnabled", false, true)]) { Note = "local storage is allowed in the zone; instances cannot move while they run" }]);

    // A pool of the zone serves every cluster of the hypervisor, one of the cluster only this one.
    private static IEnumerable<Fix> Pool(Pod pod, Cluster cluster) => Fix.Choose("Add a pool", new (string Title, string Path, string Scope)[]
    {
        ("A pool of the zone", "primaryStorages/primary", "zone"), ($"A pool of cluster {cluster.Name}", DesignPath.Of(pod, cluster, "primaryStorages/primary"), "cluster"),
    }.Select(p => new Fix(p.Title, [new FieldEdit(p.Path, null, new JsonObject { ["id"] = "primary", ["name"] = p.Scope == "zone" ? "primary" : $"{cluster.Name}-primary", ["scope"] = p.Scope, ["hypervisor"] = p.Scope == "zone" ? cluster.Hypervisor : null })])
    {
        Input = new FixInput("URL of the share", $"{p.Path}/url", null, "nfs://", "Such as nfs://10.0.41.10/export/primary; every host of it mounts it."),
    }));
}
