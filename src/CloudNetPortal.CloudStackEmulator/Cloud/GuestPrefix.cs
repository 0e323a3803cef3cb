namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>An IPv6 prefix from which guest networks of a zone get theirs.</summary>
internal sealed class GuestPrefix : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string Prefix { get; set; } = "";
}
