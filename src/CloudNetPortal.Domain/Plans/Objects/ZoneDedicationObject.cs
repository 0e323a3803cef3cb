namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>That a zone is kept for one domain or account.</summary>
public sealed class ZoneDedicationObject : CloudObject
{
    /// <inheritdoc/>
    public override string Create => "dedicateZone";
    /// <inheritdoc/>
    public override string List => "listDedicatedZones";
    /// <inheritdoc/>
    public override string Noun => "zone dedication";
    /// <inheritdoc/>
    public override string KeyPart => "zone-dedication";
    /// <inheritdoc/>
    public override string Delete => "releaseDedicatedZone";
    /// <inheritdoc/>
    public override bool DeleteIsAsync => true;
    /// <inheritdoc/>
    public override string DeleteBy => "zoneid";
    /// <inheritdoc/>
    public override int TakeDownOrder => 3;
    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } = [];
}
