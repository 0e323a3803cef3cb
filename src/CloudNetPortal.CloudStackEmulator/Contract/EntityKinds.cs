using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Contract;

/// <summary>Which rows an id parameter may name, told by the commands that give such objects.</summary>
internal static class EntityKinds
{
    private static readonly Dictionary<string, Func<CloudState, string, CloudObject?>> Kinds = new(StringComparer.Ordinal)
    {
        ["listZones"] = (c, id) => Row(c.Zones, id),
        ["listPhysicalNetworks"] = (c, id) => Row(c.PhysicalNetworks, id),
        ["listTrafficTypes"] = (c, id) => Row(c.TrafficTypes, id),
        ["listNetworkServiceProviders"] = (c, id) => Row(c.Providers, id),
        ["listVirtualRouterElements"] = (c, id) => Element(c, id, ElementKind.Router),
        ["listInternalLoadBalancerElements"] = (c, id) => Element(c, id, ElementKind.LoadBalancer),
        ["listOvsElements"] = (c, id) => Element(c, id, ElementKind.Switch),
        ["listPods"] = (c, id) => Row(c.Pods, id),
        ["listStorageNetworkIpRange"] = (c, id) => Row(c.StorageRanges, id),
        ["listVlanIpRanges"] = (c, id) => Row(c.IpRanges, id),
        ["listDedicatedGuestVlanRanges"] = (c, id) => Row(c.Dedications, id),
        ["listNetworks"] = (c, id) => Row(c.Networks, id),
        ["listClusters"] = (c, id) => Row(c.Clusters, id),
        ["listHosts"] = (c, id) => Row(c.Hosts, id),
        ["listStoragePools"] = (c, id) => Row(c.Pools, id),
        ["listImageStores"] = (c, id) => Row(c.ImageStores, id),
        ["listSystemVms"] = (c, id) => Row(c.SystemVms, id),
        ["listPortableIpRanges"] = (c, id) => Row(c.PortableRanges, id),
        ["listGuestNetworkIpv6Prefixes"] = (c, id) => Row(c.GuestPrefixes, id),
        ["listIpv4SubnetsForZone"] = (c, id) => Row(c.ZoneSubnets, id),
        ["listBgpPeers"] = (c, id) => Row(c.BgpPeers, id),
        ["listASNRanges"] = (c, id) => Row(c.AsnRanges, id),
        ["listAlerts"] = (c, id) => Row(c.Alerts, id),
        ["listVolumes"] = (c, id) => Row(c.Volumes, id),
        ["listEvents"] = (c, id) => Row(c.Events, id),
        ["queryAsyncJobResult"] = (c, id) => Row(c.Jobs, id),
        ["listNetworkOfferings"] = (c, id) => Known(c.NetworkOfferings, id),
        ["listServiceOfferings"] = (c, id) => Known(c.ServiceOfferings, id),
        ["listDomains"] = (c, id) => Known(c.Domains, id),
        ["listAccounts"] = (c, id) => Known(c.Accounts, id),
        ["listUsers"] = (_, id) => Known(FreshCloud.Users, id),
        ["listAnnotations"] = (c, id) => Row(c.Annotations, id),
    };

    /// <summary>The row that the value names, or null. Removed rows are found too.</summary>
    public static CloudObject? Find(CloudState cloud, string? related, string value)
    {
        foreach (var command in (related ?? "").Split(','))
        {
            if (Kinds.TryGetValue(command, out var find))
                return find(cloud, value);
        }
        // Old parameters do not say which objects they mean.
        return related is null ? Kinds.Values.Select(f => f(cloud, value)).FirstOrDefault(r => r is not null) : null;
    }

    private static T? Row<T>(Table<T> table, string id) where T : CloudObject =>
        long.TryParse(id, out var number) ? table.FindNumber(number) : table.Find(id);

    private static ProviderElement? Element(CloudState cloud, string id, ElementKind kind) => Row(cloud.Elements, id) is { } element && element.Kind == kind ? element : null;

    private static KnownObject? Known(IReadOnlyList<KnownObject> objects, string id) =>
        objects.FirstOrDefault(o => o.Id.Equals(id, StringComparison.OrdinalIgnoreCase) || o.Number.ToString() == id);
}
