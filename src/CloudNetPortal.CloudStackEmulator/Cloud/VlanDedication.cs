namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>Guest VLANs given to one account.</summary>
internal sealed class VlanDedication : CloudObject
{
    public string PhysicalNetworkId { get; set; } = "";
    public int First { get; set; }
    public int Last { get; set; }
    public string Account { get; set; } = "";
}
