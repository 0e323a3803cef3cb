namespace CloudNetPortal.Domain.Zones.Hypervisors;

/// <summary>Hyper-V: a label names an external virtual switch; never checked when a host connects.</summary>
public sealed class HyperV : Hypervisor
{
    /// <inheritdoc/>
    public override string Key => "Hyperv";
    /// <inheritdoc/>
    public override string Title => "Hyper-V";
    /// <inheritdoc/>
    public override IReadOnlyList<string> OtherSpellings { get; } = ["Hyper-V"];
    /// <inheritdoc/>
    public override string? LabelParameter => "hypervnetworklabel";
    /// <inheritdoc/>
    public override string LabelNames => "external virtual switch";
    /// <inheritdoc/>
    public override bool? ZoneWidePools => true;
    /// <inheritdoc/>
    protected override int Order => 5;
}
