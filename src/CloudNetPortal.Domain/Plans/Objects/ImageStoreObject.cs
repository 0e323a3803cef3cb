using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>Secondary storage.</summary>
public sealed class ImageStoreObject : CloudObject
{
    private const string Fixed = "A store keeps it for life: add a store with a new id to the design, move templates and snapshots, and remove this one.";

    /// <inheritdoc/>
    public override string Create => "addImageStore";
    /// <inheritdoc/>
    public override string List => "listImageStores";
    /// <inheritdoc/>
    public override IReadOnlyList<PlanArgument> OfAZone { get; } = [];
    /// <inheritdoc/>
    public override string Noun => "secondary storage";
    /// <inheritdoc/>
    public override string KeyPart => "image-store";
    /// <inheritdoc/>
    public override string Update => "updateImageStore";
    /// <inheritdoc/>
    public override string Delete => "deleteImageStore";
    /// <inheritdoc/>
    public override int TakeDownOrder => 50;
    /// <inheritdoc/>
    public override Reversibility DeleteReversibility => Reversibility.OneWay;

    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } = [new("name"), new("url", FieldChange.Fixed, Note: Fixed), new("providername", FieldChange.Fixed, Note: Fixed)];

    /// <inheritdoc/>
    // Object stores belong to no zone: other zones use them too.
    public override bool IsMadeByTheServer(JsonElement row, ZoneSnapshot snapshot) => FieldPath.Text(row, "zoneid") is null;
}
