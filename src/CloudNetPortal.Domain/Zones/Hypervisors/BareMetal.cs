namespace CloudNetPortal.Domain.Zones.Hypervisors;

/// <summary>Bare metal takes no label; each host has a host tag.</summary>
public sealed class BareMetal : Hypervisor
{
    /// <inheritdoc/>
    public override string Key => "BareMetal";
    /// <inheritdoc/>
    public override string? LabelParameter => null;
    /// <inheritdoc/>
    public override string LabelNames => "nothing";
    /// <inheritdoc/>
    protected override int Order => 8;
}
