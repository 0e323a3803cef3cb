using System.Text.Json.Nodes;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Zones;

/// <summary>A design as a tree whose values know their places, whether it was written as JSON or as YAML.</summary>
internal sealed class DesignText
{
    private readonly Dictionary<JsonNode, (int Line, int Column)> _places = new(ReferenceEqualityComparer.Instance);
    private readonly JsonText? _json;

    private DesignText(JsonText json) => (_json, Root) = (json, json.Root);

    private DesignText(YamlText? yaml)
    {
        IsYaml = true;
        Root = yaml is null ? null : Node(yaml);
    }

    /// <summary>The tree; null when there is none.</summary>
    public JsonNode? Root { get; }

    /// <summary>True for YAML, where a text without quotes may stand for a number or for true and false.</summary>
    public bool IsYaml { get; }

    /// <summary>Reads either form; mistakes go to the log.</summary>
    public static DesignText Parse(string text, ProblemLog log) => text.AsSpan().TrimStart() is ['{' or '[', ..] ? new(JsonText.Parse(text, log)) : new(YamlText.Parse(text, log));

    /// <summary>Line and column where a value stands.</summary>
    public (int Line, int Column) PlaceOf(JsonNode node) => _places.TryGetValue(node, out var place) ? place : _json?.PlaceOf(node) ?? (1, 1);

    /// <summary>Puts a value in the place of another.</summary>
    public JsonNode Replace(JsonNode old, JsonNode with)
    {
        _places[with] = PlaceOf(old);
        old.ReplaceWith(with);
        return with;
    }

    private JsonNode? Node(YamlText yaml)
    {
        JsonNode? node = yaml switch
        {
            YamlMap map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key, Node(e.Value)))),
            YamlList list => new JsonArray([.. list.Items.Select(Node)]),
            YamlScalar { Value: { } text } => JsonValue.Create(text),
            _ => null,
        };
        if (node is not null)
            _places[node] = (yaml.Line, yaml.Column);
        return node;
    }
}
