using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Objects;

/// <summary>A note for administrators on a zone, pod, cluster or network. It goes with what it is on.</summary>
public sealed class AnnotationObject : CloudObject
{
    /// <inheritdoc/>
    public override string Create => "addAnnotation";
    /// <inheritdoc/>
    public override string List => "listAnnotations";
    /// <inheritdoc/>
    public override string Noun => "annotation";
    /// <inheritdoc/>
    public override string KeyPart => "annotation";
    /// <inheritdoc/>
    public override int TakeDownOrder => 1;
    /// <inheritdoc/>
    public override IReadOnlyList<ObjectField> Fields { get; } = [];
    /// <inheritdoc/>
    public override bool IsMadeByTheServer(JsonElement row, ZoneSnapshot snapshot) => true;
}
