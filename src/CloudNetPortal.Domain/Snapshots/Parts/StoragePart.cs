using System.Text.Json;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>Primary storage of clusters and zone, image stores, staging stores. Disks of hosts come and go with them.</summary>
public sealed class StoragePart : SnapshotPart
{
    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        var design = observation.Design;
        if (observation.Has("listStoragePools"))
        {
            var rows = observation.Rows("listStoragePools").Where(p => FieldPath.Text(p, "scope") != "HOST").OrderBy(p => FieldPath.Text(p, "name"), StringComparer.Ordinal).ToArray();
            foreach (var pod in design.Pods)
                foreach (var cluster in pod.Clusters)
                {
                    var clusterId = observation.Ids.GetValueOrDefault(ComputeSection.KeyOf(cluster));
                    // A pool of a cluster's list may be meant for the whole zone.
                    Pools(observation, cluster.PrimaryStorages, [.. rows.Where(r => FieldPath.Text(r, "clusterid") == clusterId || (FieldPath.Text(r, "scope") == "ZONE" && cluster.PrimaryStorages.Exists(p => IsZoneWide(p) && p.Name == FieldPath.Text(r, "name"))))], $"pods/{pod.Id}/clusters/{cluster.Id}/primaryStorages");
                }
            Pools(observation, design.PrimaryStorages, [.. rows.Where(r => FieldPath.Text(r, "scope") == "ZONE")], "primaryStorages");
        }
        if (observation.Has("listImageStores"))
            // Object stores serve every zone; one that this design does not name is no news of this zone.
            Stores(observation, design.SecondaryStorages, observation.Rows("listImageStores"), "secondaryStorages", "image-store", r => observation.IsImport || FieldPath.Text(r, "zoneid") is { Length: > 0 });
        if (observation.Has("listSecondaryStagingStores"))
            Stores(observation, design.StagingStores, observation.Rows("listSecondaryStagingStores"), "stagingStores", "staging-store", _ => true);
    }

    private static bool IsZoneWide(PrimaryStorage pool) => string.Equals(pool.Scope, "zone", StringComparison.OrdinalIgnoreCase);

    private static void Pools(Observation observation, List<PrimaryStorage> pools, IReadOnlyList<JsonElement> rows, string path)
    {
        foreach (var (pool, row) in observation.Pair(pools, rows, p => $"pool/{p.Id}", MakeFor, (p, r) => p.Name == FieldPath.Text(r, "name"), (p, r) => PoolUrl.IsSame(p.Url, r)))
        {
            pool.Name = Observation.Take(pool.Name, row, "name") ?? "";
            if (!PoolUrl.IsSame(pool.Url, row)) pool.Url = PoolUrl.Of(row) ?? pool.Url;
            if (pool.Scope is { Length: > 0 }) pool.Scope = Observation.Take(pool.Scope, row, "scope", Comparison.IgnoreCase);
            pool.Tags = Observation.Take(pool.Tags, row, "tags", Comparison.WordSet);
            if (pool.Provider is { Length: > 0 }) pool.Provider = Observation.Take(pool.Provider, row, "provider", Comparison.IgnoreCase);
            observation.Expect($"{path}/{pool.Id}", row, "state", "Up");
            if (!observation.IsImport) continue;
            if (PoolUrl.Of(row) is null) observation.NotKnown($"{path}/{pool.Id}", $"primary storage {pool.Name}", UnknownKind.NotListed, $"The URL of a pool of type {FieldPath.Text(row, "type")} is not listed whole.");
            if (FieldPath.Text(row, "nfsmountopts") is { Length: > 0 } options) observation.NotKnown($"{path}/{pool.Id}", $"primary storage {pool.Name}", UnknownKind.NoPlace, $"NFS mount options {options} are set.");
        }
    }

    private static PrimaryStorage MakeFor(JsonElement row) => new()
    {
        Id = Observation.IdFor(row), Url = PoolUrl.Of(row) ?? "", Scope = FieldPath.Text(row, "scope")?.ToLowerInvariant(),
        Hypervisor = FieldPath.Text(row, "scope") == "ZONE" ? FieldPath.Text(row, "hypervisor") : null,
        Provider = FieldPath.Text(row, "provider") is { } provider and not "DefaultPrimary" ? provider : null,
    };

    private static void Stores(Observation observation, List<SecondaryStorage> stores, IReadOnlyList<JsonElement> rows, string path, string key, Func<JsonElement, bool> isOurs)
    {
        foreach (var (store, row) in observation.Pair(stores, rows.OrderBy(s => FieldPath.Text(s, "name"), StringComparer.Ordinal), s => $"{key}/{s.Id}", r => isOurs(r) ? MakeStore(r) : null,
            (s, r) => s.Url is { Length: > 0 } && s.Url == FieldPath.Text(r, "url"), (s, r) => s.Name is { Length: > 0 } && s.Name == FieldPath.Text(r, "name")))
        {
            // A store without a name is called like its URL; staging stores have names of their own making.
            if (key == "image-store" && (string.IsNullOrEmpty(store.Name) ? store.Url : store.Name) != FieldPath.Text(row, "name")) store.Name = FieldPath.Text(row, "name");
            store.Url = Observation.Take(store.Url, row, "url");
            if (store.Provider is { Length: > 0 }) store.Provider = Observation.Take(store.Provider, row, "providername", Comparison.IgnoreCase);
            if (key == "image-store") observation.Expect($"{path}/{store.Id}", row, "readonly", "false");
            if (FieldPath.Text(row, "url") is null or "") observation.NotKnown($"{path}/{store.Id}", $"secondary storage {store.Name}", UnknownKind.Secret, "The keys and details of an object store are not told.");
        }
    }

    private static SecondaryStorage MakeStore(JsonElement row) => new() { Id = Observation.IdFor(row), Url = FieldPath.Text(row, "url"), Provider = FieldPath.Text(row, "providername") };
}
