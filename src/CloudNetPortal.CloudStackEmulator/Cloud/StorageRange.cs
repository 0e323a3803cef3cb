namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class StorageRange : CloudObject
{
    public string PodId { get; set; } = "";
    public int? Vlan { get; set; }
    public string Start { get; set; } = "";
    public string End { get; set; } = "";
    public string Gateway { get; set; } = "";
    public string Netmask { get; set; } = "";
}
