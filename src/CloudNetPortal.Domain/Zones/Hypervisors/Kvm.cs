namespace CloudNetPortal.Domain.Zones.Hypervisors;

/// <summary>KVM: a label names a Linux bridge (or an Open vSwitch bridge), or a plain device.</summary>
public sealed class Kvm : Hypervisor
{
    /// <inheritdoc/>
    public override string Key => "KVM";
    /// <inheritdoc/>
    public override string? LabelParameter => "kvmnetworklabel";
    /// <inheritdoc/>
    public override string LabelNames => "bridge";
    /// <inheritdoc/>
    public override bool? ZoneWidePools => true;
    /// <inheritdoc/>
    protected override int Order => 1;
}
