using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class StorageAnswer
{
    public static JsonObject Of(CloudState cloud, StoragePool pool, bool listed)
    {
        var json = Fields(cloud, pool, listed);
        JobAnswer.AddPending(json, cloud, pool);
        return json;
    }

    private static JsonObject Fields(CloudState cloud, StoragePool pool, bool listed) => Json.Of(
        ("id", pool.Id), ("zoneid", pool.ZoneId), ("zonename", cloud.Zones.Find(pool.ZoneId)?.Name), ("podid", pool.PodId), ("podname", cloud.Pods.Find(pool.PodId)?.Name), ("name", pool.Name),
        ("ipaddress", pool.Address), ("path", pool.Path), ("created", ServerFacts.Date(pool.Created)), ("type", pool.PoolType), ("clusterid", pool.ClusterId),
        ("clustername", cloud.Clusters.Find(pool.ClusterId)?.Name), ("capacitybytes", Capacities.PoolBytes), ("disksizetotal", Capacities.PoolBytes), ("disksizeallocated", 0), ("disksizeused", 0),
        ("tags", pool.Tags), ("istagarule", pool.TagIsRule), ("state", pool.State), ("scope", pool.Scope), ("overprovisionfactor", "2.0"), ("hypervisor", pool.Hypervisor),
        ("provider", pool.ProviderName), ("storagecapabilities", listed ? Json.Of(("VOLUME_SNAPSHOT_QUIESCEVM", "false")) : null), ("managed", false),
        ("details", listed ? new JsonObject() : null), ("hasannotations", cloud.HasAnnotations(pool)));

    public static JsonObject Of(CloudState cloud, ImageStore store) => Json.Of(
        ("id", store.Id), ("zoneid", store.ZoneId), ("zonename", cloud.Zones.Find(store.ZoneId)?.Name), ("name", store.Name), ("url", store.Url.Length > 0 ? store.Url : null),
        ("protocol", store.Url.Contains("://", StringComparison.Ordinal) ? store.Url.Split("://")[0] : store.ProviderName.ToLowerInvariant()), ("providername", store.ProviderName), ("scope", store.ZoneId is null ? "REGION" : "ZONE"), ("readonly", store.ReadOnly),
        ("hasannotations", cloud.HasAnnotations(store)));
}
