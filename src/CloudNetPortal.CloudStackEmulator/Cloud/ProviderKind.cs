namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>A network service provider that the server knows, and what its loaded element offers.</summary>
internal sealed record ProviderKind(string Name, IReadOnlyList<string> Services, bool EnablesIndividually, bool IsLoaded)
{
    private static readonly Dictionary<string, ProviderKind> Kinds = Build();

    /// <summary>All services there are, Gateway included, which nobody may ask for.</summary>
    public static readonly IReadOnlySet<string> AllServices = new HashSet<string>(FreshCloud.ProviderServices().Select(s => s.Service).Append("Gateway").Append("CustomAction"), StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of this name in any case, or null.</summary>
    public static ProviderKind? Find(string name) => Kinds.GetValueOrDefault(name);

    private static Dictionary<string, ProviderKind> Build()
    {
        var kinds = new Dictionary<string, ProviderKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var offered in FreshCloud.ProviderServices().GroupBy(s => s.Provider))
            kinds[offered.Key] = new ProviderKind(offered.Key, [.. offered.Select(o => o.Service)], offered.First().Individual, true);
        // The routers are the gateway too, though no list of services says so.
        foreach (var router in (string[])["VirtualRouter", "VpcVirtualRouter"])
            kinds[router] = kinds[router] with { Services = [.. kinds[router].Services, "Gateway"] };
        // The provider has a service of its own, which it does not list among those of a network.
        kinds["BaremetalPxeProvider"] = kinds["BaremetalPxeProvider"] with { Services = [] };
        foreach (var absent in (string[])["JuniperContrailRouter", "JuniperContrailVpcRouter", "ExternalDhcpServer", "ExternalGateWay", "ElasticLoadBalancerVm", "None", "Tungsten", "Nsx", "Netris"])
            kinds.TryAdd(absent, new ProviderKind(absent, [], false, false));
        return kinds;
    }
}
