using System.Text.Json.Nodes;

namespace CloudNetPortal.Domain.Zones.Documents;

/// <summary>
/// One edit of a draft: a path, the value its author saw, and the value it shall have. Adding an object has no <see cref="From"/>, removing one has no
/// <see cref="To"/>; both concern the object's whole path.
/// </summary>
/// <param name="Path">
/// Property names and object ids joined by slashes, from the top: <c>dns1</c>, <c>pods/3f2a…/gateway</c>,
/// <c>physicalNetworks/net1/trafficTypes/tt1/labels/KVM</c>, <c>pods/3f2a…</c> for the object itself.
/// </param>
/// <param name="From">What was there when the author started; null for nothing.</param>
/// <param name="To">What shall be there; null for nothing.</param>
public sealed record FieldEdit(string Path, JsonNode? From, JsonNode? To)
{
    /// <summary>An edit of a text field; empty text counts as nothing.</summary>
    public static FieldEdit Text(string path, string? from, string? to) =>
        new(path, string.IsNullOrEmpty(from) ? null : JsonValue.Create(from), string.IsNullOrEmpty(to) ? null : JsonValue.Create(to));

    /// <summary>An edit of a switch.</summary>
    public static FieldEdit Switch(string path, bool from, bool to) => new(path, JsonValue.Create(from), JsonValue.Create(to));
}

/// <summary>An edit that was not applied because somebody else changed the same field meanwhile. Nothing is lost: both values are here.</summary>
/// <param name="Edit">What was wanted.</param>
/// <param name="Now">What is there now; null for nothing.</param>
/// <param name="Reason">One sentence: changed by somebody else, object gone, no such field.</param>
public sealed record FieldConflict(FieldEdit Edit, JsonNode? Now, string Reason);
