namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>AS numbers of a zone from <c>First</c> to <c>Last</c>, both included.</summary>
internal sealed class AsnRange : CloudObject
{
    public string ZoneId { get; set; } = "";
    public long First { get; set; }
    public long Last { get; set; }
}
