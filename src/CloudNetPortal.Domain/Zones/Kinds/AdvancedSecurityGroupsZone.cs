namespace CloudNetPortal.Domain.Zones.Kinds;

/// <summary>Shared guest networks with VLANs, instances kept apart by security groups.</summary>
public sealed class AdvancedSecurityGroupsZone : ZoneKind
{
    /// <inheritdoc/>
    public override string Key => "AdvancedSecurityGroups";
    /// <inheritdoc/>
    public override string Title => "Advanced with security groups";
    /// <inheritdoc/>
    public override string NetworkType => "Advanced";
    /// <inheritdoc/>
    public override bool SecurityGroups => true;
    /// <inheritdoc/>
    public override IReadOnlyList<string> RequiredTraffic { get; } = ["Guest", "Management"];
    /// <summary>The server refuses clusters of other hypervisors (CS-1004).</summary>
    public override IReadOnlyList<string> OnlyHypervisors { get; } = ["KVM", "XenServer", "LXC", "Simulator"];
    /// <inheritdoc/>
    public override IReadOnlyList<string> Providers { get; } = ["VirtualRouter", "SecurityGroupProvider"];
    /// <inheritdoc/>
    public override string Explanation =>
        "Shared guest networks, each on a VLAN, with instances kept apart by security groups on the hosts. No public ranges: instances have addresses of the "
        + "shared network, and so have system VMs. At least one shared network with security groups is needed before system VMs start.";
    /// <inheritdoc/>
    protected override int Order => 3;
}
