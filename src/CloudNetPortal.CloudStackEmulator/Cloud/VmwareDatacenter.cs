namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>A VMware datacenter that a zone belongs to.</summary>
internal sealed class VmwareDatacenter : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string Name { get; set; } = "";
    public string VCenter { get; set; } = "";
}
