namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>One line of the cloud's own log of changes.</summary>
internal sealed class Event : CloudObject
{
    public string Type { get; set; } = "";
    public string Description { get; set; } = "";
    public string? ResourceId { get; set; }
    public string? ResourceType { get; set; }
    public string State { get; set; } = "Completed";
    public string Level { get; set; } = "INFO";
}
