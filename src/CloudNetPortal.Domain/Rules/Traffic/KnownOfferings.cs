namespace CloudNetPortal.Domain.Rules.Traffic;

/// <summary>Network offerings: as read from the cloud, else those that every CloudStack 4.23 is born with.</summary>
internal static class KnownOfferings
{
    public const string SharedWithSecurityGroups = "DefaultSharedNetworkOfferingWithSGService";

    private static readonly Dictionary<string, OfferingFacts> Born = new OfferingFacts[]
    {
        new("DefaultSharedNetworkOffering", "Shared") { SpecifyVlan = true, SpecifyIpRanges = true, Services = Services("Dhcp", "Dns", "UserData") },
        new(SharedWithSecurityGroups, "Shared") { SpecifyVlan = true, SpecifyIpRanges = true, Services = Services("Dhcp", "Dns", "UserData", "SecurityGroup") },
        new("DefaultIsolatedNetworkOffering", "Isolated") { SpecifyVlan = true, Services = Services("Dhcp", "Dns", "UserData") },
        new("DefaultIsolatedNetworkOfferingWithSourceNatService", "Isolated") { Services = Services("Dhcp", "Dns", "UserData", "Firewall", "Lb", "PortForwarding", "SourceNat", "StaticNat", "Vpn") },
        new("DefaultL2NetworkOffering", "L2"),
        new("DefaultL2NetworkOfferingVlan", "L2") { SpecifyVlan = true },
    }.ToDictionary(o => o.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The offering of that name; null when nothing is known of it. Whether the cloud has it is another question.</summary>
    public static OfferingFacts? Find(RuleFacts facts, string? name) =>
        name is null ? null : OfTheCloud(facts, name) ?? Born.GetValueOrDefault(name);

    /// <summary>As read from the cloud.</summary>
    public static OfferingFacts? OfTheCloud(RuleFacts facts, string name) => facts.Input.Cloud?.Offerings?.FirstOrDefault(o => string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the offerings of the cloud were read and none has that name. A cloud has some from its birth: an empty list was not read.</summary>
    public static bool IsAbsent(RuleFacts facts, string name) => facts.Input.Cloud is { } cloud
        && cloud.NetworkOfferings.Concat(cloud.Offerings?.Select(o => o.Name) ?? []).ToList() is { Count: > 0 } names && !names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, IReadOnlyList<string>> Services(params ReadOnlySpan<string> names)
    {
        var services = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
            services[name] = [name == "SecurityGroup" ? "SecurityGroupProvider" : "VirtualRouter"];
        return services;
    }
}
