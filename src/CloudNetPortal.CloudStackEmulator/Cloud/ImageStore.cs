namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class ImageStore : CloudObject
{
    public string? ZoneId { get; set; }
    public string Name { get; set; } = "";
    public string Url { get; set; } = "";
    public string ProviderName { get; set; } = "";
}
