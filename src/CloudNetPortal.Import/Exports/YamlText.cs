using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudNetPortal.Import.Exports;

/// <summary>JSON written as YAML 1.2. Every text stands in double quotes, so that none of them is taken for a number, a date or “no”.</summary>
public static class YamlText
{
    /// <summary>The document, without a head.</summary>
    public static string Of(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, 0, text, inList: false);
        return text.ToString();
    }

    private static void Write(JsonNode? node, int depth, StringBuilder text, bool inList)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                var first = true;
                foreach (var (name, value) in members)
                {
                    if (!first || !inList) text.Append(' ', depth * 2);
                    first = false;
                    text.Append(Name(name)).Append(':');
                    Value(value, depth, text);
                }
                break;
            case JsonArray { Count: > 0 } items:
                foreach (var item in items)
                {
                    text.Append(' ', depth * 2).Append("- ");
                    if (item is JsonObject { Count: > 0 }) Write(item, depth + 1, text, inList: true);
                    else text.Append(Scalar(item)).Append('\n');
                }
                break;
            default:
                text.Append(Scalar(node)).Append('\n');
                break;
        }
    }

    private static void Value(JsonNode? value, int depth, StringBuilder text)
    {
        if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            text.Append('\n');
            Write(value, depth + 1, text, inList: false);
        }
        else text.Append(' ').Append(Scalar(value)).Append('\n');
    }

    // The escapes of JSON are those of YAML's double quotes.
    private static string Scalar(JsonNode? node) => node switch
    {
        null => "null", JsonObject => "{}", JsonArray => "[]", _ => node.ToJsonString(Json),
    };

    private static string Name(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-') && !char.IsAsciiDigit(name[0]) && name[0] is not '-' ? name : JsonSerializer.Serialize(name, Json);

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
