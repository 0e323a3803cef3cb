namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class Host : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string PodId { get; set; } = "";
    public string? ClusterId { get; set; }
    public string Name { get; set; } = "";
    public string Url { get; set; } = "";
    public string Type { get; set; } = "Routing";
    public string Hypervisor { get; set; } = "";
    public string Address { get; set; } = "";
    public string? Tags { get; set; }
    /// <summary>Up, or Alert when its networks were not as the labels say.</summary>
    public string State { get; set; } = "Up";
    public string ResourceState { get; set; } = "Enabled";

    public override string ToString() => $"Host {{\"id\":{Number},\"name\":\"{Name}\",\"type\":\"{Type}\",\"uuid\":\"{Id}\"}}";
}
