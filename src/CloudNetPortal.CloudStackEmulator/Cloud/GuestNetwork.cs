namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class GuestNetwork : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string? PhysicalNetworkId { get; set; }
    public string OfferingId { get; set; } = "";
    public string Name { get; set; } = "";
    public string DisplayText { get; set; } = "";
    public string GuestType { get; set; } = "Shared";
    public string? Gateway { get; set; }
    public string? Netmask { get; set; }
    public string? Ip6Gateway { get; set; }
    public string? Ip6Cidr { get; set; }

    /// <summary>Null when the server would pick one of the guest VLANs later.</summary>
    public string? Vlan { get; set; }
    public string? NetworkDomain { get; set; }
    public bool AclDomain { get; set; }
    public bool SubdomainAccess { get; set; } = true;
    public string? Account { get; set; }
    public SortedDictionary<string, string> Details { get; set; } = new(StringComparer.Ordinal);

    public override string ToString() => $"Network {{\"id\":{Number},\"name\":\"{Name}\",\"uuid\":\"{Id}\"}}";
}
