namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>A network service provider on one physical network.</summary>
internal sealed class Provider : CloudObject
{
    public string PhysicalNetworkId { get; set; } = "";
    public string Name { get; set; } = "";
    public bool Enabled { get; set; }
    public List<string> Services { get; set; } = [];
}
