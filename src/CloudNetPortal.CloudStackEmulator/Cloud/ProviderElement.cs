namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>The router, load balancer or switch element of a provider; the first two must be configured before their provider may be enabled (CS-406).</summary>
internal sealed class ProviderElement : CloudObject
{
    public string ProviderId { get; set; } = "";
    public ElementKind Kind { get; set; }
    public bool Enabled { get; set; }
}

internal enum ElementKind
{
    Router,
    LoadBalancer,
    Switch,
}
