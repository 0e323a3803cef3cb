namespace CloudNetPortal.Domain.Zones.Kinds;

/// <summary>Public network and many isolated guest networks, separated by VLAN or VXLAN.</summary>
public sealed class AdvancedZone : ZoneKind
{
    /// <inheritdoc/>
    public override string Key => "Advanced";
    /// <inheritdoc/>
    public override string Title => "Advanced";
    /// <inheritdoc/>
    public override string NetworkType => "Advanced";
    /// <inheritdoc/>
    public override IReadOnlyList<string> RequiredTraffic { get; } = ["Guest", "Management", "Public"];
    /// <inheritdoc/>
    public override IReadOnlyList<string> Providers { get; } = ["VirtualRouter", "VpcVirtualRouter", "InternalLbVm"];
    /// <inheritdoc/>
    public override string Explanation =>
        "A public network and any number of guest networks, separated by VLAN tags: the switch ports of every host carry all of these VLANs as trunks. "
        + "Traffic can be separated physically as well, for throughput or security: each label names the NICs its traffic uses. Further guest physical networks "
        + "serve a network outside CloudStack (such as MPLS), one customer, or faster links.";
    /// <inheritdoc/>
    protected override int Order => 1;
}
