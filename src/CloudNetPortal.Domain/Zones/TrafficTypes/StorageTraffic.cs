namespace CloudNetPortal.Domain.Zones.TrafficTypes;

/// <summary>Traffic to secondary storage.</summary>
public sealed class StorageTraffic : TrafficKind
{
    /// <inheritdoc/>
    public override string Key => "Storage";
    /// <inheritdoc/>
    public override char Letter => 'S';
    /// <inheritdoc/>
    public override bool CheckedWhenHostConnects => false;
    /// <inheritdoc/>
    public override string Explanation =>
        "Means secondary storage: templates, ISO images and snapshots. Without storage ranges it runs over Management, whatever its label says. Separating it pays when an instance is "
        + "created from a template and when a snapshot is taken. Primary storage is moved by no label. No hypervisor checks this label when a host connects.";
    /// <inheritdoc/>
    protected override int Order => 4;
}
