namespace CloudNetPortal.Domain.Zones.TrafficTypes;

/// <summary>Traffic between management server, hypervisors and system VMs.</summary>
public sealed class ManagementTraffic : TrafficKind
{
    /// <inheritdoc/>
    public override string Key => "Management";
    /// <inheritdoc/>
    public override char Letter => 'M';
    /// <inheritdoc/>
    public override string Explanation =>
        "CloudStack talks to the logical host, the hypervisor, over it; primary storage and, without storage ranges, secondary storage use it as well. "
        + "KVM keeps the bridge it was added with: a label changed later does not move it.";
    /// <inheritdoc/>
    protected override int Order => 1;
}
