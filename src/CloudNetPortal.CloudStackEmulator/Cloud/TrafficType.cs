namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class TrafficType : CloudObject
{
    public string PhysicalNetworkId { get; set; } = "";
    public string Type { get; set; } = "";
    public string? XenLabel { get; set; }
    public string? KvmLabel { get; set; }
    public string? VmwareLabel { get; set; }
    public string? HypervLabel { get; set; }
    public string? Ovm3Label { get; set; }
    public string? Vlan { get; set; }
}
