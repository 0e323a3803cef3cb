namespace CloudNetPortal.Domain.Zones.Kinds;

/// <summary>A small KVM site without system VMs.</summary>
public sealed class EdgeZone : ZoneKind
{
    /// <inheritdoc/>
    public override string Key => "Edge";
    /// <inheritdoc/>
    public override string Title => "Edge";
    /// <inheritdoc/>
    public override string NetworkType => "Advanced";
    /// <inheritdoc/>
    public override bool IsEdge => true;
    /// <inheritdoc/>
    public override IReadOnlyList<string> RequiredTraffic { get; } = ["Guest"];
    /// <inheritdoc/>
    public override IReadOnlyList<string> OnlyHypervisors { get; } = ["KVM"];
    /// <inheritdoc/>
    public override IReadOnlyList<string> Providers { get; } = ["VirtualRouter"];
    /// <inheritdoc/>
    public override string Explanation =>
        "A small site of KVM hosts without secondary storage or console proxy VMs: only Guest traffic, a pod without addresses, usually local storage.";
    /// <inheritdoc/>
    protected override int Order => 4;
}
