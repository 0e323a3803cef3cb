using System.Text.Json.Nodes;

namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>
/// A field of a copied object that the original cloud shows otherwise than this one would: <c>Theirs</c> is listed for as long as this cloud would show <c>Ours</c>;
/// as soon as a call changes the field, the change is shown.
/// </summary>
internal sealed record ShownField(JsonNode? Ours, JsonNode? Theirs)
{
    /// <summary>The fields in which the two differ.</summary>
    public static Dictionary<string, ShownField>? Between(JsonObject ours, JsonObject theirs)
    {
        var fields = new Dictionary<string, ShownField>(StringComparer.Ordinal);
        foreach (var name in ours.Select(f => f.Key).Union(theirs.Select(f => f.Key)))
        {
            if (!JsonNode.DeepEquals(ours[name], theirs[name]))
                fields[name] = new ShownField(ours[name]?.DeepClone(), theirs[name]?.DeepClone());
        }
        return fields.Count == 0 ? null : fields;
    }

    public static JsonNode Apply(JsonNode shown, IReadOnlyDictionary<string, ShownField>? fields)
    {
        if (fields is null || shown is not JsonObject json)
            return shown;
        foreach (var (name, field) in fields)
        {
            if (!JsonNode.DeepEquals(json[name], field.Ours))
                continue;
            if (field.Theirs is null)
                json.Remove(name);
            else
                json[name] = field.Theirs.DeepClone();
        }
        return json;
    }
}
