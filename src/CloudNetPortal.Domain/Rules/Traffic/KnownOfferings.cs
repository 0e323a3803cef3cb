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

    /// <summary>The offering of that name; null when nothing is known of it.</summary>
    public static OfferingFacts? Find(RuleFacts facts, string? name) =>
        name is null ? null : facts.Input.Cloud?.Offerings?.FirstOrDefault(o => string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase)) ?? Born.GetValueOrDefault(name);

    private static Dictionary<string, IReadOnlyList<string>> Services(params ReadOnlySpan<string> names)
    {
        var services = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
            services[name] = [name == "SecurityGroup" ? "SecurityGroupProvider" : "VirtualRouter"];
        return services;
    }
}
