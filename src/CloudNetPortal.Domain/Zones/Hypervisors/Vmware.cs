namespace CloudNetPortal.Domain.Zones.Hypervisors;

/// <summary>VMware: a label is switch[,vlan[,type]]; a bare name means a standard vSwitch.</summary>
public sealed class Vmware : Hypervisor
{
    /// <inheritdoc/>
    public override string Key => "VMware";
    /// <inheritdoc/>
    public override string ClusterType => "ExternalManaged";
    /// <inheritdoc/>
    public override bool HostsAreAdded => false;
    /// <inheritdoc/>
    public override string? LabelParameter => "vmwarenetworklabel";
    /// <inheritdoc/>
    public override string LabelNames => "vSwitch";
    /// <inheritdoc/>
    public override bool? ZoneWidePools => true;
    /// <inheritdoc/>
    protected override int Order => 3;
}
