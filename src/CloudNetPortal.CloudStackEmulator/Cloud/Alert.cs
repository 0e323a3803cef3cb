namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>Something that an administrator should look at.</summary>
internal sealed class Alert : CloudObject
{
    public int Type { get; set; }
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
}
