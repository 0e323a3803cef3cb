namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class ResourceTag : CloudObject
{
    public string ResourceType { get; set; } = "";
    public string ResourceId { get; set; } = "";
    public string Key { get; set; } = "";
    public string? Value { get; set; }
}
