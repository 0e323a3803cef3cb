namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>Public addresses of a region that may move between zones.</summary>
internal sealed class PortableRange : CloudObject
{
    public int RegionId { get; set; } = 1;
    public string? Vlan { get; set; }
    public string Gateway { get; set; } = "";
    public string Netmask { get; set; } = "";
    public string Start { get; set; } = "";
    public string End { get; set; } = "";
}
