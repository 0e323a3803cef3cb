namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class StoragePool : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string? PodId { get; set; }
    public string? ClusterId { get; set; }
    public string? HostId { get; set; }
    public string Name { get; set; } = "";
    public string Address { get; set; } = "";
    public string Path { get; set; } = "";
    public string PoolType { get; set; } = "NetworkFilesystem";
    public string Scope { get; set; } = "CLUSTER";
    public string Hypervisor { get; set; } = "";
    public string ProviderName { get; set; } = "DefaultPrimary";
    public string? Tags { get; set; }
    public bool TagIsRule { get; set; }
    public string State { get; set; } = "Up";
    public SortedDictionary<string, string> Settings { get; set; } = new(StringComparer.Ordinal);

    public override string ToString() => $"StoragePool {{\"id\":{Number},\"name\":\"{Name}\",\"poolType\":\"{PoolType}\",\"uuid\":\"{Id}\"}}";
}
