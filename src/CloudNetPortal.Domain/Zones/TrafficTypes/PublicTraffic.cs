namespace CloudNetPortal.Domain.Zones.TrafficTypes;

/// <summary>Traffic of system VMs and virtual routers to the outside.</summary>
public sealed class PublicTraffic : TrafficKind
{
    /// <inheritdoc/>
    public override string Key => "Public";
    /// <inheritdoc/>
    public override char Letter => 'P';
    /// <inheritdoc/>
    public override string Explanation =>
        "System VMs and virtual routers reach the outside over it. It must be connected to the physical host, but never to the logical host: the hypervisor has no address in it.";
    /// <inheritdoc/>
    protected override int Order => 2;
}
