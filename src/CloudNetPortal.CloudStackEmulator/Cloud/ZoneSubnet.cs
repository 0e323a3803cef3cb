namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>A block of IPv4 addresses from which routed guest networks of a zone get theirs.</summary>
internal sealed class ZoneSubnet : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string Subnet { get; set; } = "";
    public string? Account { get; set; }
    public string? DomainId { get; set; }
}
