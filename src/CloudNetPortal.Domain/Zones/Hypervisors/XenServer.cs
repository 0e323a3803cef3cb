namespace CloudNetPortal.Domain.Zones.Hypervisors;

/// <summary>XenServer and XCP-ng: a label is the name-label of a network of the pool.</summary>
public sealed class XenServer : Hypervisor
{
    /// <inheritdoc/>
    public override string Key => "XenServer";
    /// <inheritdoc/>
    public override string Title => "XenServer / XCP-ng";
    /// <inheritdoc/>
    public override IReadOnlyList<string> OtherSpellings { get; } = ["Xen", "XCP-ng", "XCP"];
    /// <inheritdoc/>
    public override string? LabelParameter => "xennetworklabel";
    /// <inheritdoc/>
    public override string LabelNames => "network name-label";
    /// <inheritdoc/>
    public override bool? ZoneWidePools => false;
    /// <inheritdoc/>
    protected override int Order => 2;
}
