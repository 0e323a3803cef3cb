using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Zones;

namespace CloudNetPortal.Import.Marvin;

/// <summary>Compares what designs say with what the file says; every place where they differ becomes a leftover, so that nothing can be lost.</summary>
internal sealed class MarvinLeftovers(MarvinTree tree, SortedDictionary<string, string> secrets)
{
    private const string Reference = "secretRef", Raw = "raw";

    private readonly List<Leftover> _found = [];

    public IReadOnlyList<Leftover> Between(JsonObject file)
    {
        Compare(tree.Root, file, "", null, "");
        return _found;
    }

    /// <summary>Applies a leftover to a tree made of designs that may have been edited since.</summary>
    public static void Apply(Leftover leftover, MarvinTree tree, IReadOnlyDictionary<string, string> secrets, List<string> missing)
    {
        JsonNode? parent = leftover.Anchor is null ? tree.Root : tree.NodeOf(leftover.Anchor);
        var segments = leftover.Relative.Split('/')[1..].Select(s => s.Replace("~1", "/").Replace("~0", "~")).ToArray();
        foreach (var segment in segments[..^1])
            parent = Step(parent, segment);
        if (parent is null || !JsonNode.DeepEquals(Step(parent, segments[^1]), WithSecrets(leftover.Design, secrets, [])))
            return;
        var value = WithSecrets(leftover.File, secrets, missing);
        if (parent is JsonObject members && leftover.FileHasIt)
            members[segments[^1]] = value;
        else if (parent is JsonObject surplus)
            surplus.Remove(segments[^1]);
        else if (parent is JsonArray items)
            items[int.Parse(segments[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
    }

    private void Compare(JsonNode? design, JsonNode? file, string pointer, LeftoverAnchor? anchor, string relative)
    {
        if (JsonNode.DeepEquals(design, file))
            return;
        if (tree.AnchorOf(design) is { } own)
            (anchor, relative) = (own, "");
        switch (design, file)
        {
            case (JsonObject a, JsonObject b):
                foreach (var key in a.Select(m => m.Key).Union(b.Select(m => m.Key)))
                {
                    var name = "/" + key.Replace("~", "~0").Replace("/", "~1");
                    if (a.ContainsKey(key) && b.ContainsKey(key))
                        Compare(a[key], b[key], pointer + name, anchor, relative + name);
                    else
                        Add(pointer + name, anchor, relative + name, a[key], b[key], b.ContainsKey(key), key);
                }
                break;
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                for (var i = 0; i < a.Count; i++)
                    Compare(a[i], b[i], $"{pointer}/{i}", anchor, $"{relative}/{i}");
                break;
            default:
                Add(pointer, anchor, relative, design, file, true, pointer[(pointer.LastIndexOf('/') + 1)..]);
                break;
        }
    }

    private void Add(string pointer, LeftoverAnchor? anchor, string relative, JsonNode? design, JsonNode? file, bool fileHasIt, string key)
    {
        // The design's own words may hold the same secrets: only references may stay.
        var said = Scrub(design, pointer, SecretNames.Matches(key), "design");
        var isSecretSetting = key == "value" && pointer.StartsWith("/globalConfig/", StringComparison.Ordinal) && design is null;
        var kept = Scrub(file, pointer, SecretNames.Matches(key) || isSecretSetting, "file");
        var (kind, explanation) = MarvinExplanations.Of(pointer, design, file, fileHasIt);
        _found.Add(new Leftover(pointer, kind, explanation, anchor, relative, said, kept, fileHasIt));
    }

    private JsonNode? Scrub(JsonNode? node, string pointer, bool isSecret, string side)
    {
        switch (node)
        {
            case JsonObject members:
                var named = (members["name"] ?? members["key"]) is JsonValue name && MarvinNode.AsText(name) is { } text && SecretNames.Matches(text);
                return new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Scrub(m.Value, $"{pointer}/{m.Key}", SecretNames.Matches(m.Key) || named && m.Key == "value", side))));
            case JsonArray items:
                return new JsonArray([.. items.Select((item, i) => Scrub(item, $"{pointer}/{i}", isSecret, side))]);
            case JsonValue value when MarvinNode.AsText(value) is { Length: > 0 } plain && (isSecret || SecretNames.InUrl(plain) is not null):
                var kept = new JsonObject { [Reference] = Keep(value.GetValueKind() == JsonValueKind.String ? plain : value.ToJsonString(), side + pointer) };
                if (value.GetValueKind() != JsonValueKind.String)
                    kept[Raw] = true;
                return kept;
            default:
                return node?.DeepClone();
        }
    }

    private string Keep(string plain, string place)
    {
        var reference = place.Replace('/', '.');
        secrets[reference] = plain;
        return reference;
    }

    private static JsonNode? WithSecrets(JsonNode? node, IReadOnlyDictionary<string, string> secrets, List<string> missing)
    {
        switch (node)
        {
            case JsonObject o when o[Reference] is JsonValue reference && o.Count <= 2:
                var key = reference.GetValue<string>();
                if (!secrets.TryGetValue(key, out var plain))
                {
                    missing.Add(key);
                    return null;
                }
                return o[Raw] is null ? JsonValue.Create(plain) : JsonNode.Parse(plain);
            case JsonObject o:
                return new JsonObject(o.Select(m => KeyValuePair.Create(m.Key, WithSecrets(m.Value, secrets, missing))));
            case JsonArray a:
                return new JsonArray([.. a.Select(i => WithSecrets(i, secrets, missing))]);
            default:
                return node?.DeepClone();
        }
    }

    private static JsonNode? Step(JsonNode? node, string segment) => node switch
    {
        JsonObject o => o[segment],
        JsonArray a when int.TryParse(segment, System.Globalization.CultureInfo.InvariantCulture, out var i) && i >= 0 && i < a.Count => a[i],
        _ => null,
    };
}
