namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>A pod, cluster or host kept for one domain or account.</summary>
internal sealed class ResourceDedication : CloudObject
{
    public string ResourceId { get; set; } = "";
    public string? AccountId { get; set; }
    public string AffinityGroupId { get; set; } = Guid.NewGuid().ToString();
}
