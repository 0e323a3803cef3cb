using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CloudNetPortal.Domain.Zones.Documents;

/// <summary>A design as JSON: reading older versions, writing the current one.</summary>
public static class DesignJson
{
    /// <summary>Property names in camelCase, nulls left out, unknown properties refused so that nothing is lost unseen.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Indented text for files and people.</summary>
    public static string ToText(ZoneDesign design) => JsonSerializer.Serialize(design, Options) + "\n";

    /// <summary>A detached tree, for edits by path.</summary>
    public static JsonObject ToTree(ZoneDesign design) => JsonSerializer.SerializeToNode(design, Options)!.AsObject();

    /// <summary>
    /// Reads a design. Older versions are brought up to the current shape. Text that is not JSON, has unknown properties or a newer version throws
    /// <see cref="DesignFormatException"/> naming place and cure.
    /// </summary>
    public static ZoneDesign Read(string text)
    {
        try
        {
            var tree = JsonNode.Parse(text, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) as JsonObject
                ?? throw new DesignFormatException("The text holds no JSON object; a zone design starts with “{”.");
            return Read(tree);
        }
        catch (JsonException problem)
        {
            throw new DesignFormatException($"Not readable as a zone design at line {problem.LineNumber + 1}, {problem.Path ?? "$"}: {problem.Message}", problem);
        }
    }

    /// <summary>Reads a design from a tree; see <see cref="Read(string)"/>.</summary>
    public static ZoneDesign Read(JsonObject tree)
    {
        var version = tree["schemaVersion"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
        if (version is < 1 or > ZoneDesign.CurrentSchemaVersion)
            throw new DesignFormatException(version == 0
                ? "“schemaVersion” is missing or not a number; this does not look like a zone design of the portal."
                : $"schemaVersion {version} is newer than this program, which reads up to {ZoneDesign.CurrentSchemaVersion}: use a newer release.");
        try
        {
            // Other tools write null for what is not there.
            if (HasNull(tree))
                RemoveNulls(tree = tree.DeepClone().AsObject());
            return tree.Deserialize<ZoneDesign>(Options)!;
        }
        catch (JsonException problem)
        {
            throw new DesignFormatException($"Not readable as a zone design at {problem.Path ?? "$"}: {problem.Message}", problem);
        }
    }

    private static bool HasNull(JsonNode? node) => node switch { null => true, JsonObject o => o.Any(p => HasNull(p.Value)), JsonArray a => a.Any(HasNull), _ => false };

    private static void RemoveNulls(JsonNode node)
    {
        switch (node)
        {
            case JsonObject o:
                foreach (var (key, value) in o.ToList())
                    if (value is null)
                        o.Remove(key);
                    else
                        RemoveNulls(value);
                break;
            case JsonArray a:
                for (var i = a.Count - 1; i >= 0; i--)
                    if (a[i] is { } item)
                        RemoveNulls(item);
                    else
                        a.RemoveAt(i);
                break;
        }
    }
}

/// <summary>A text that is not a zone design this program can read; the message says where and what to do.</summary>
public sealed class DesignFormatException(string message, Exception? inner = null) : Exception(message, inner);
