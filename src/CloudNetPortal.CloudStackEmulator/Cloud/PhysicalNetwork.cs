using CloudNetPortal.CloudStackEmulator.Addresses;

namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class PhysicalNetwork : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string Name { get; set; } = "";
    public string? Tag { get; set; }
    public string? Isolation { get; set; }
    public string? Speed { get; set; }
    public string? DomainId { get; set; }
    public string BroadcastDomainRange { get; set; } = "ZONE";
    public bool Enabled { get; set; }
    public List<VlanSpan> Vlans { get; set; } = [];

    /// <summary>VLANs in use by guest networks; a set that leaves one of them out is refused (CS-217).</summary>
    public List<int> Allocated { get; set; } = [];

    public override string ToString() => $"PhysicalNetwork {{\"id\":{Number},\"name\":\"{Name}\",\"uuid\":\"{Id}\"}}";
}
