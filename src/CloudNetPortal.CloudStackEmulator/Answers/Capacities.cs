using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Answers;

/// <summary>Totals of a zone as the server has them before its statistics ran: hosts and local storage counted, nothing used.</summary>
internal static class Capacities
{
    public const long PoolBytes = 1_099_511_627_776;
    public const long HostMemory = 8_589_934_592;
    public const int HostCores = 4;
    public const int HostMegahertz = 8000;
    private const int OverProvisioning = 2;

    public static JsonArray Of(CloudState cloud, Zone zone) => new([.. Totals(cloud, zone).Select(t => (JsonNode?)One(t.Type, t.Name, t.Total))]);

    public static IEnumerable<(int Type, string Name, long Total)> Totals(CloudState cloud, Zone zone)
    {
        long hosts = cloud.Hosts.Present.Count(h => h.ZoneId == zone.Id && h.Type == "Routing");
        var pools = cloud.Pools.Present.Where(p => p.ZoneId == zone.Id).ToList();
        yield return (0, "MEMORY", hosts * HostMemory);
        yield return (1, "CPU", hosts * HostCores * HostMegahertz);
        yield return (2, "STORAGE", 0);
        yield return (3, "STORAGE_ALLOCATED", pools.Count(p => p.Scope == "ZONE") * PoolBytes * OverProvisioning);
        yield return (6, "SECONDARY_STORAGE", 0);
        yield return (9, "LOCAL_STORAGE", pools.Count(p => p.Scope == "HOST") * PoolBytes * OverProvisioning);
        yield return (19, "GPU", 0);
        yield return (90, "CPU_CORE", hosts * HostCores);
    }

    private static JsonObject One(int type, string name, long total) =>
        Json.Of(("type", type), ("name", name), ("capacityused", 0), ("capacitytotal", total), ("percentused", 0.ToString(CultureInfo.InvariantCulture)));
}
