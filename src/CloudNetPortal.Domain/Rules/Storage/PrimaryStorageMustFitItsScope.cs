using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Storage;

/// <summary>CNP8004.</summary>
internal sealed class PrimaryStorageMustFitItsScope : Rule
{
    public override string Id => "CNP8004";
    public override string Title => "Primary storage must fit its scope";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "scope and place or hypervisor do not fit"),
        new("b", Error, Error, RefusedByServer: true, Meaning: "a pool on the hosts' own disks where local storage is off"),
    ];
    public override string Team => "storage";
    public override string Why => "A pool belongs to one cluster, whose hosts mount it when it is added, or to the whole zone for one hypervisor that can do so. Everything else is refused with “Failed to add data store”.";
    public override string Rejected => "A pool for the zone without hypervisor; a pool of a cluster without hosts.";
    public override string Accepted => "A pool for the zone, hypervisor KVM.";
    public override string Cure => "Name the hypervisor (one click where the zone has one), give the cluster a host, or move the pool to a cluster.";
    public override RuleOrigins Origins => RuleOrigins.Server;
    public override Reads Reads => Reads.Zone | Reads.Storage | Reads.Pods | Reads.Clusters | Reads.Hosts;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        foreach (var pool in design.PrimaryStorages)
        {
            var path = $"primaryStorages/{pool.Id}";
            ObjectRef[] objects = [new("storage", pool.Name, path)];
            if (string.Equals(pool.Scope?.Trim(), "cluster", StringComparison.OrdinalIgnoreCase))
                yield return Found($"{path}/scope", $"Pool {pool.Name} has the scope cluster and stands at the zone; it has to stand at its cluster.", "a") with { Objects = objects, Fixes = [Set("Make it a pool of the zone", $"{path}/scope", pool.Scope, "zone")] };
            else if (string.IsNullOrWhiteSpace(pool.Hypervisor))
                yield return Found($"{path}/hypervisor", $"Pool {pool.Name} is for the whole zone and names no hypervisor.", "a") with { Objects = objects, Fixes = [.. facts.Hypervisors.Where(h => h.ZoneWidePools != false).Select(h => Set($"Use {h.Key}", $"{path}/hypervisor", pool.Hypervisor, h.Key))] };
            else if (Hypervisor.Find(pool.Hypervisor)?.ZoneWidePools == false)
                yield return Found($"{path}/hypervisor", $"Pool {pool.Name} is for the whole zone, which {Hypervisor.Find(pool.Hypervisor)!.Title} cannot: it has to stand at each cluster.", "a") with { Objects = objects };
            else if (Hypervisor.Find(pool.Hypervisor) is { ZoneWidePools: null } unknown)
                yield return Unverified($"{path}/hypervisor", $"Whether {unknown.Title} takes pools for a whole zone ({pool.Name}) is not known.", "a") with { Objects = objects };
            else if (!string.Equals(pool.Hypervisor.Trim(), "Any", StringComparison.OrdinalIgnoreCase) && Hypervisor.Find(pool.Hypervisor) is null)
                yield return Found($"{path}/hypervisor", $"“{pool.Hypervisor}” of pool {pool.Name} is no hypervisor; there are {string.Join(", ", Hypervisor.All.Where(h => h.ZoneWidePools == true).Select(h => h.Key))}.", "a") with { Objects = objects };
        }
        foreach (var pod in design.Pods)
            foreach (var cluster in pod.Clusters)
            {
                foreach (var pool in cluster.PrimaryStorages.Where(p => string.Equals(p.Scope?.Trim(), "zone", StringComparison.OrdinalIgnoreCase)))
                    yield return Found(DesignPath.Of(pod, cluster, $"primaryStorages/{pool.Id}/scope"), $"Pool {pool.Name} has the scope zone and stands at cluster {cluster.Name}.", "a") with { Objects = [new("storage", pool.Name)], Fixes = [Set("Make it a pool of the cluster", DesignPath.Of(pod, cluster, $"primaryStorages/{pool.Id}/scope"), pool.Scope, "cluster")] };
                // VMware brings its hosts itself.
                if (cluster.PrimaryStorages.Count > 0 && cluster.Hosts.Count == 0 && Hypervisor.Find(cluster.Hypervisor) is not { HostsAreAdded: false })
                    yield return Found(DesignPath.Of(pod, cluster, "hosts"), $"Cluster {cluster.Name} has {Count(cluster.PrimaryStorages.Count, "pool")} ({List(cluster.PrimaryStorages.Select(p => p.Name))}) and no host that could mount {(cluster.PrimaryStorages.Count == 1 ? "it" : "them")}: “No host up to associate a storage pool with in cluster”.", "a") with { Objects = [new("cluster", cluster.Name, DesignPath.Of(pod, cluster))] };
            }
        if (!design.LocalStorageEnabled)
            foreach (var (pool, path) in design.PrimaryStorages.Select(p => (p, $"primaryStorages/{p.Id}/url")).Concat(design.Pods.SelectMany(p => p.Clusters.SelectMany(c => c.PrimaryStorages.Select(s => (s, DesignPath.Of(p, c, $"primaryStorages/{s.Id}/url")))))).Where(p => p.Item1.Url.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || p.Item1.Url.StartsWith("filesystem:", StringComparison.OrdinalIgnoreCase)))
                yield return Found(path, $"Pool {pool.Name} ({pool.Url}) is on the hosts' own disks, and the zone allows no local storage.", "b") with { Objects = [new("storage", pool.Name, path)], Fixes = [new("Allow local storage in the zone", [FieldEdit.Switch("localStorageEnabled", false, true)])] };
    }
}
