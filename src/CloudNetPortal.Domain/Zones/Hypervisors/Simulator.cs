namespace CloudNetPortal.Domain.Zones.Hypervisors;

/// <summary>The simulator takes any label; undocumented parameter, used by test clouds only.</summary>
public sealed class Simulator : Hypervisor
{
    /// <inheritdoc/>
    public override string Key => "Simulator";
    /// <inheritdoc/>
    public override string? LabelParameter => "simulatorlabel";
    /// <inheritdoc/>
    public override string LabelNames => "name";
    /// <inheritdoc/>
    public override bool? ZoneWidePools => true;
    /// <inheritdoc/>
    protected override int Order => 4;
}
