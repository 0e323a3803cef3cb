namespace CloudNetPortal.Domain.Zones.Kinds;

/// <summary>One physical network, one guest network shared by everybody, no VLANs inside CloudStack.</summary>
public sealed class BasicZone : ZoneKind
{
    /// <inheritdoc/>
    public override string Key => "Basic";
    /// <inheritdoc/>
    public override string Title => "Basic";
    /// <inheritdoc/>
    public override string NetworkType => "Basic";
    /// <summary>The server turns security groups on in a basic zone by itself.</summary>
    public override bool SecurityGroups => true;
    /// <inheritdoc/>
    public override IReadOnlyList<string> RequiredTraffic { get; } = ["Guest", "Management"];
    /// <inheritdoc/>
    public override IReadOnlyList<string> Providers { get; } = ["VirtualRouter", "SecurityGroupProvider"];
    /// <inheritdoc/>
    public override string Explanation =>
        "One physical network, because nothing is separated by VLANs, and one guest network; no public network. Traffic can still use different NICs: "
        + "give Management, Guest and Storage labels of different bridges. Guest traffic on a NIC of its own is best practice, so plan at least two NICs per host.";
    /// <inheritdoc/>
    protected override int Order => 2;
}
