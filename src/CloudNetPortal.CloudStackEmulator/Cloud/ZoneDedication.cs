namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>A zone kept for one domain or account.</summary>
internal sealed class ZoneDedication : CloudObject
{
    public string ZoneId { get; set; } = "";
    public string? AccountId { get; set; }
    public string AffinityGroupId { get; set; } = Guid.NewGuid().ToString();
}
