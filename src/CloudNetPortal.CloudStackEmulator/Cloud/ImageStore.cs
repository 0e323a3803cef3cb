namespace CloudNetPortal.CloudStackEmulator.Cloud;

internal sealed class ImageStore : CloudObject
{
    public string? ZoneId { get; set; }
    /// <summary>A staging store, which lists of image stores leave out.</summary>
    public bool Staging { get; set; }
    public string Name { get; set; } = "";
    public string Url { get; set; } = "";
    public bool ReadOnly { get; set; }
    public string ProviderName { get; set; } = "";
}
