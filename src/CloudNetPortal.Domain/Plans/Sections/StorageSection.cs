using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>Primary storage of clusters and of the zone, staging stores, secondary storage.</summary>
public sealed class StorageSection : PlanSection
{
    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context)
    {
        var design = context.Design;
        foreach (var pod in design.Pods)
            foreach (var cluster in pod.Clusters)
                foreach (var pool in cluster.PrimaryStorages)
                    yield return Pool(context, pool, pod, cluster, $"pods/{pod.Id}/clusters/{cluster.Id}/primaryStorages/{pool.Id}");
        foreach (var pool in design.PrimaryStorages)
            yield return Pool(context, pool, null, null, $"primaryStorages/{pool.Id}");
        foreach (var store in design.StagingStores)
            yield return Store(store, $"stagingStores/{store.Id}", isStaging: true);
        foreach (var store in design.SecondaryStorages)
            yield return Store(store, $"secondaryStorages/{store.Id}", isStaging: false);
    }

    private static PlanStep Pool(PlanContext context, PrimaryStorage pool, Pod? pod, Cluster? cluster, string path)
    {
        var isZoneWide = cluster is null || pod is null || string.Equals(pool.Scope, "zone", StringComparison.OrdinalIgnoreCase);
        var clusterKey = isZoneWide ? null : ComputeSection.KeyOf(cluster!);
        var hypervisor = isZoneWide ? Hypervisor.Find(pool.Hypervisor ?? cluster?.Hypervisor)?.Key ?? pool.Hypervisor : null;
        // One host that is Up mounts it; those that come later are told when they connect.
        var hosts = isZoneWide
            ? context.Design.Pods.SelectMany(p => p.Clusters).SelectMany(c => AddedHosts(c).Take(1))
            : AddedHosts(cluster!).Take(1);
        var nfs = Uri.TryCreate(pool.Url, UriKind.Absolute, out var uri) && uri.Scheme == "nfs" ? uri : null;
        return new PlanStep
        {
            Key = $"pool/{pool.Id}", Section = "Storage", Title = $"Primary storage {pool.Name}", DesignPath = path, Command = "createStoragePool", LongestSeconds = 300,
            After = [ZoneSection.Zone, .. clusterKey is null ? Array.Empty<string>() : [clusterKey], .. hosts.Select(ComputeSection.KeyOf)],
            Arguments =
            [
                PlanArgument.IdOf("zoneid", ZoneSection.Zone),
                .. clusterKey is null ? Array.Empty<PlanArgument>() : [PlanArgument.IdOf("podid", PodsSection.KeyOf(pod!)), PlanArgument.IdOf("clusterid", clusterKey)],
                .. Values(("name", pool.Name), ("url", pool.Url), ("scope", isZoneWide ? "ZONE" : "CLUSTER"), ("hypervisor", hypervisor), ("provider", pool.Provider), ("tags", pool.Tags)),
                .. Details(pool.Details),
            ],
            Lookup = new PlanLookup("listStoragePools", [PlanArgument.IdOf("zoneid", ZoneSection.Zone), PlanArgument.Of("name", pool.Name)],
                [PlanArgument.Of("name", pool.Name), .. clusterKey is null ? Array.Empty<PlanArgument>() : [PlanArgument.IdOf("clusterid", clusterKey)]]),
            ReadBack = ById("listStoragePools", $"pool/{pool.Id}", Expect(path, ("name", pool.Name, "name", Comparison.Exact), ("scope", isZoneWide ? "ZONE" : "CLUSTER", "scope", Comparison.IgnoreCase),
                ("tags", pool.Tags, "tags", Comparison.WordSet), ("state", "Up", "url", Comparison.Exact),
                ("ipaddress", nfs?.Host, "url", Comparison.Exact), ("path", nfs is null ? null : Uri.UnescapeDataString(nfs.AbsolutePath), "url", Comparison.Exact))),
            UndoNote = "enableStorageMaintenance, deleteStoragePool.",
            Why = "Hosts reach it over whichever NIC their routing chooses; no label moves it.",
        };
    }

    private static PlanStep Store(SecondaryStorage store, string path, bool isStaging)
    {
        var key = isStaging ? $"staging-store/{store.Id}" : $"image-store/{store.Id}";
        var isZonal = isStaging || store.Provider is null || store.Provider.Equals("NFS", StringComparison.OrdinalIgnoreCase) || store.Provider.Equals("SMB", StringComparison.OrdinalIgnoreCase);
        var list = isStaging ? "listSecondaryStagingStores" : "listImageStores";
        // A store without a name is called like its URL.
        IReadOnlyList<PlanArgument> match = string.IsNullOrEmpty(store.Url) ? Values(("name", store.Name), ("providername", store.Provider)) : [PlanArgument.Of("url", store.Url)];
        return new PlanStep
        {
            Key = key, Section = "Storage", Title = isStaging ? $"Staging store {store.Name ?? store.Url}" : $"Secondary storage {store.Name ?? store.Url}", DesignPath = path,
            Command = isStaging ? "createSecondaryStagingStore" : "addImageStore", LongestSeconds = 120, After = [ZoneSection.Zone],
            Arguments =
            [
                .. Values(("name", isStaging ? null : store.Name), ("provider", store.Provider), ("url", store.Url)),
                .. isZonal ? new[] { PlanArgument.IdOf("zoneid", ZoneSection.Zone) } : [],
                .. isStaging ? [] : Details(store.Details),
            ],
            Lookup = new PlanLookup(list, isZonal ? [PlanArgument.IdOf("zoneid", ZoneSection.Zone)] : [], match),
            ReadBack = new PlanReadBack(list, isZonal ? [PlanArgument.IdOf("zoneid", ZoneSection.Zone)] : [], [PlanArgument.IdOf("id", key)],
                Expect(path, ("name", isStaging ? null : store.Name, "name", Comparison.Exact), ("url", store.Url, "url", Comparison.Exact), ("providername", store.Provider, "provider", Comparison.IgnoreCase))),
            UndoNote = isStaging ? "deleteSecondaryStagingStore." : "deleteImageStore, once no template or snapshot is only there.",
            Why = "Templates, ISO images and snapshots; without it no system VM starts.",
        };
    }

    /// <summary>Hosts of a cluster that are added one by one.</summary>
    internal static IEnumerable<Host> AddedHosts(Cluster cluster) => Hypervisor.Find(cluster.Hypervisor)?.HostsAreAdded ?? true ? cluster.Hosts : [];

    private static IEnumerable<PlanArgument> Details(List<Detail> details) => details.SelectMany((d, i) => new[]
    {
        PlanArgument.Of($"details[{i}].key", d.Key),
        d.SecretRef is null ? PlanArgument.Of($"details[{i}].value", d.Value ?? "") : PlanArgument.SecretOf($"details[{i}].value", d.SecretRef),
    });
}
