namespace CloudNetPortal.Domain.Zones.Hypervisors;

/// <summary>Oracle VM 3: a label names a network of the host.</summary>
public sealed class Ovm3 : Hypervisor
{
    /// <inheritdoc/>
    public override string Key => "Ovm3";
    /// <inheritdoc/>
    public override string? LabelParameter => "ovm3networklabel";
    /// <inheritdoc/>
    public override string LabelNames => "network";
    /// <inheritdoc/>
    protected override int Order => 6;
}
