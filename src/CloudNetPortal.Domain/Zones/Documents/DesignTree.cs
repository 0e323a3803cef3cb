using System.Text.Json.Nodes;

namespace CloudNetPortal.Domain.Zones.Documents;

/// <summary>
/// A design as a tree that is read and edited by path, field by field, so that edits of different people merge and only the same field conflicts.
/// </summary>
public sealed class DesignTree(JsonObject root)
{
    /// <summary>The tree itself.</summary>
    public JsonObject Root { get; } = root;

    /// <summary>The value at a path, or null.</summary>
    public JsonNode? Get(string path)
    {
        JsonNode? node = Root;
        foreach (var segment in path.Split('/'))
            node = Step(node, segment);
        return node;
    }

    /// <summary>
    /// Applies an edit when the field still holds what its author saw (or already holds what is wanted), and returns null; otherwise nothing changes and
    /// the conflict is returned.
    /// </summary>
    public FieldConflict? Apply(FieldEdit edit)
    {
        var cut = edit.Path.LastIndexOf('/');
        var parent = cut < 0 ? Root : Get(edit.Path[..cut]);
        var last = edit.Path[(cut + 1)..];
        var now = Step(parent, last);
        if (JsonNode.DeepEquals(now, edit.To))
            return null;
        if (!JsonNode.DeepEquals(Empty(now), Empty(edit.From)))
            return new FieldConflict(edit, now?.DeepClone(), "The field was changed meanwhile.");
        switch (parent)
        {
            case JsonObject members when edit.To is null:
                members.Remove(last);
                return null;
            case JsonObject members:
                members[last] = edit.To.DeepClone();
                return null;
            case JsonArray items when edit.To is null:
                items.Remove(now);
                return null;
            case JsonArray items when now is not null:
                items[items.IndexOf(now)] = edit.To.DeepClone();
                return null;
            case JsonArray items when edit.To is JsonObject added && (string?)added["id"] == last:
                items.Add(added.DeepClone());
                return null;
            case null when edit.To is null:
                return null;
            case null when cut >= 0 && edit.To is not null && Get(edit.Path[..cut].Contains('/') ? edit.Path[..edit.Path[..cut].LastIndexOf('/')] : "") is JsonObject grand:
                // A list or map that was empty is not written; it comes into being with its first member.
                grand[edit.Path[..cut].Split('/')[^1]] = edit.To is JsonObject first && (string?)first["id"] == last
                    ? new JsonArray(first.DeepClone())
                    : new JsonObject { [last] = edit.To.DeepClone() };
                return null;
            default:
                return new FieldConflict(edit, null, "The object this field belongs to is no longer there.");
        }
    }

    private JsonNode? Step(JsonNode? node, string segment) => node switch
    {
        _ when segment.Length == 0 => Root,
        JsonObject members => members[segment],
        JsonArray items => items.FirstOrDefault(i => i is JsonObject o && (string?)o["id"] == segment),
        _ => null,
    };

    // An absent text, an empty text and an absent list are the same to the person who looks at the form.
    private static JsonNode? Empty(JsonNode? node) =>
        node is JsonArray { Count: 0 } or JsonObject { Count: 0 } || node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 0 ? null : node;
}
