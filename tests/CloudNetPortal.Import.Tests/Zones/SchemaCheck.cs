using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudNetPortal.Import.Tests.Zones;

/// <summary>As much of JSON Schema as the published schema uses: type, properties, additionalProperties, items, $ref, required.</summary>
internal static class SchemaCheck
{
    private static readonly string[] Understood = ["$schema", "title", "description", "type", "properties", "additionalProperties", "items", "$ref", "required", "default"];

    public static IEnumerable<string> Problems(JsonNode? value, JsonNode schema, JsonNode root, string at)
    {
        if (schema is JsonValue always)
            return always.GetValue<bool>() ? [] : [at];
        if (schema["$ref"] is { } reference)
            return Problems(value, Follow(root, (string)reference!), root, at);
        foreach (var (keyword, _) in schema.AsObject())
            Assert.Contains(keyword, Understood);
        if (schema["type"] is { } types && !(types as JsonArray ?? [types.DeepClone()]).Any(t => Fits(value, (string)t!)))
            return [at];
        return value switch
        {
            JsonObject o => Members(o, schema, root, at),
            JsonArray items when schema["items"] is { } item => items.SelectMany((v, i) => Problems(v, item, root, $"{at}/{i}")),
            _ => [],
        };
    }

    private static IEnumerable<string> Members(JsonObject value, JsonNode schema, JsonNode root, string at)
    {
        foreach (var missing in (schema["required"] as JsonArray ?? []).Where(r => !value.ContainsKey((string)r!)))
            yield return $"{at}/{missing}";
        foreach (var (name, member) in value)
            foreach (var problem in Problems(member, schema["properties"]?[name] ?? schema["additionalProperties"] ?? JsonValue.Create(true), root, $"{at}/{name}"))
                yield return problem;
    }

    private static JsonNode Follow(JsonNode root, string pointer) =>
        pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (node, segment) => node is JsonArray a ? a[int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture)]! : node[segment]!);

    private static bool Fits(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "integer" or "number" => value?.GetValueKind() == JsonValueKind.Number,
        _ => false,
    };
}
