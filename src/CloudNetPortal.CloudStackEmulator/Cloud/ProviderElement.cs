namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>The router or load balancer element that must be configured before its provider may be enabled (CS-406).</summary>
internal sealed class ProviderElement : CloudObject
{
    public string ProviderId { get; set; } = "";
    public bool LoadBalancer { get; set; }
    public bool Enabled { get; set; }
}
