namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>A staging store in front of object storage.</summary>
public sealed class StagingStoreObject : CloudObject
{
    private const string Fixed = "A staging store keeps it for life: add one with a new id to the design and remove this one.";

    /// <inheritdoc/>
    public override string Create => "createSecondaryStagingStore";
    /// <inheritdoc/>
    public override string List => "listSecondaryStagingStores";
    /// <inheritdoc/>
    public override string Noun => "staging store";
    /// <inheritdoc/>
    public override string KeyPart => "staging-store";
    /// <inheritdoc/>
    public override string Delete => "deleteSecondaryStagingStore";
    /// <inheritdoc/>
    public override int TakeDownOrder => 49;
    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } = [new("url", FieldChange.Fixed, Note: Fixed), new("providername", FieldChange.Fixed, Note: Fixed)];
}
