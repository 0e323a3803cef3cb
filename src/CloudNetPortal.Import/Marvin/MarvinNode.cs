using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudNetPortal.Import.Marvin;

/// <summary>An object of a Marvin file with its pointer; asks for members and says where they are not what they should be.</summary>
internal sealed class MarvinNode(JsonObject json, string pointer, MarvinReading reading)
{
    public JsonObject Json { get; } = json;
    public string Pointer { get; } = pointer;

    /// <summary>Text of a member: texts as they are, numbers and booleans as JSON writes them.</summary>
    public string? Text(string key)
    {
        if (Json[key] is not { } value)
            return null;
        if (AsText(value) is { } text)
            return text;
        Wrong(key, value, "a text");
        return null;
    }

    /// <summary>Text of a member, or null when it is empty.</summary>
    public string? Filled(string key) => Text(key) is { Length: > 0 } text ? text : null;

    /// <summary>True for the texts “true” and “True” and for the boolean.</summary>
    public bool IsTrue(string key) => string.Equals(Text(key), "true", StringComparison.OrdinalIgnoreCase);

    public MarvinNode? Object(string key)
    {
        if (Json[key] is not { } value)
            return null;
        if (value is JsonObject o)
            return new(o, $"{Pointer}/{key}", reading);
        Wrong(key, value, "an object");
        return null;
    }

    /// <summary>The objects of a list; other items are named.</summary>
    public List<MarvinNode> Objects(string key)
    {
        var found = new List<MarvinNode>();
        if (Json[key] is not { } value)
            return found;
        if (value is not JsonArray items)
        {
            Wrong(key, value, "a list of objects");
            return found;
        }
        for (var i = 0; i < items.Count; i++)
            if (items[i] is JsonObject o)
                found.Add(new(o, $"{Pointer}/{key}/{i}", reading));
            else
                Wrong($"{key}/{i}", items[i], "an object");
        return found;
    }

    /// <summary>The texts of a list; a single text counts as a list of one.</summary>
    public List<string> Texts(string key)
    {
        switch (Json[key])
        {
            case null:
                return [];
            case JsonValue single when AsText(single) is { } text:
                return [text];
            case JsonArray items when items.All(i => i is JsonValue):
                return [.. items.Select(i => AsText(i)!)];
            case { } other:
                Wrong(key, other, "a list of texts");
                return [];
        }
    }

    public (int Line, int Column) Place => reading.Source.PlaceOf(Json);

    internal static string? AsText(JsonNode? node) => node is not JsonValue value ? null : value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };

    private void Wrong(string key, JsonNode? value, string wanted)
    {
        var (line, column) = value is null ? Place : reading.Source.PlaceOf(value);
        reading.Log.Warning("Wrong kind of value", $"{wanted[..1].ToUpperInvariant()}{wanted[1..]} is expected here; it stays among the leftovers.", $"Write {wanted}, or remove the entry.",
            line, column, $"{Pointer}/{key}", value?.ToJsonString() ?? "null");
    }
}
