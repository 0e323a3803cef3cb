namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>The VMware datacenter of a zone.</summary>
public sealed class VmwareDatacenterObject : CloudObject
{
    /// <inheritdoc/>
    public override string Create => "addVmwareDc";
    /// <inheritdoc/>
    public override string List => "listVmwareDcs";
    /// <inheritdoc/>
    public override string Noun => "VMware datacenter";
    /// <inheritdoc/>
    public override string KeyPart => "vmware-datacenter";
    /// <inheritdoc/>
    public override string Delete => "removeVmwareDc";
    /// <inheritdoc/>
    public override string DeleteBy => "zoneid";
    /// <inheritdoc/>
    public override int TakeDownOrder => 45;
    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } = [];
}
