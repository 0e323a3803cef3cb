namespace CloudNetPortal.Domain.Zones.TrafficTypes;

/// <summary>Traffic of instances.</summary>
public sealed class GuestTraffic : TrafficKind
{
    /// <inheritdoc/>
    public override string Key => "Guest";
    /// <inheritdoc/>
    public override char Letter => 'G';
    /// <inheritdoc/>
    public override bool OnlyOncePerZone => false;
    /// <inheritdoc/>
    public override string Explanation =>
        "Instances and their virtual routers. In an advanced zone every guest network takes a VLAN of the physical network, so every switch port towards every host must carry the whole set.";
    /// <inheritdoc/>
    protected override int Order => 3;
}
