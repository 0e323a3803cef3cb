namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class Zone : CloudObject
{
    public string Name { get; set; } = "";
    public string Dns1 { get; set; } = "";
    public string? Dns2 { get; set; }
    public string InternalDns1 { get; set; } = "";
    public string? InternalDns2 { get; set; }
    public string? Ip6Dns1 { get; set; }
    public string? Ip6Dns2 { get; set; }
    public string? GuestCidr { get; set; }
    public string? Domain { get; set; }
    public string? DnsSearchOrder { get; set; }
    public string? DomainId { get; set; }
    public bool Basic { get; set; }
    public bool Edge { get; set; }
    public bool SecurityGroups { get; set; }
    public bool LocalStorage { get; set; }
    public bool Enabled { get; set; }
    public string DhcpProvider { get; set; } = "VirtualRouter";
    public int SortKey { get; set; }
    public string Token { get; set; } = Guid.NewGuid().ToString();

    /// <summary>The system networks that the server makes with every zone.</summary>
    public string PublicNetworkId { get; set; } = Guid.NewGuid().ToString();
    public string StorageNetworkId { get; set; } = Guid.NewGuid().ToString();

    public SortedDictionary<string, string> Details { get; set; } = new(StringComparer.Ordinal);
    public SortedDictionary<string, string> Settings { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The zone as the server prints it inside a text.</summary>
    public override string ToString() => $"Zone {{\"id\": \"{Number}\", \"name\": \"{Name}\", \"uuid\": \"{Id}\"}}";
}
