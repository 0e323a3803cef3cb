namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>The root disk of a system VM. A destroyed one holds its zone until it is expunged.</summary>
internal sealed class Volume : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string PoolId { get; set; } = "";
    public string SystemVmId { get; set; } = "";
    public string Name { get; set; } = "";
    public bool Destroyed { get; set; }
}
