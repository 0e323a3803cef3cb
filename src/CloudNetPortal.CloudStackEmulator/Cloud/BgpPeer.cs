namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>A router outside the cloud that learns the routes of a zone.</summary>
internal sealed class BgpPeer : CloudObject
{
    public string ZoneId { get; set; } = "";
    public long AsNumber { get; set; }
    public string? Ip4 { get; set; }
    public string? Ip6 { get; set; }
    public string? Password { get; set; }
    public string? Account { get; set; }
    public string? DomainId { get; set; }
    public SortedDictionary<string, string> Details { get; set; } = new(StringComparer.Ordinal);
}
