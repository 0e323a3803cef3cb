namespace CloudNetPortal.Domain.Zones.Hypervisors;

/// <summary>Oracle VM 2, kept so that old files can be read.</summary>
public sealed class Ovm : Hypervisor
{
    /// <inheritdoc/>
    public override string Key => "Ovm";
    /// <inheritdoc/>
    public override string? LabelParameter => null;
    /// <inheritdoc/>
    public override string LabelNames => "nothing";
    /// <inheritdoc/>
    protected override int Order => 9;
}
