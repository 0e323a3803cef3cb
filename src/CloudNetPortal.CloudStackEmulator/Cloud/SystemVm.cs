namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>A secondary storage VM or a console proxy, which the cloud starts itself in an enabled zone.</summary>
internal sealed class SystemVm : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string PodId { get; set; } = "";
    public string? HostId { get; set; }
    public string PoolId { get; set; } = "";
    public bool ConsoleProxy { get; set; }
    public string Name { get; set; } = "";
    public string State { get; set; } = "Starting";
    public string Hypervisor { get; set; } = "";
    public string? IpRangeId { get; set; }
    public string? PublicIp { get; set; }
    public string? PrivateIp { get; set; }
}
