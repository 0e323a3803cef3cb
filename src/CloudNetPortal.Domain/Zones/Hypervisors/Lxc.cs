namespace CloudNetPortal.Domain.Zones.Hypervisors;

/// <summary>LXC takes no label.</summary>
public sealed class Lxc : Hypervisor
{
    /// <inheritdoc/>
    public override string Key => "LXC";
    /// <inheritdoc/>
    public override string? LabelParameter => null;
    /// <inheritdoc/>
    public override string LabelNames => "nothing";
    /// <inheritdoc/>
    public override bool? ZoneWidePools => true;
    /// <inheritdoc/>
    protected override int Order => 7;
}
