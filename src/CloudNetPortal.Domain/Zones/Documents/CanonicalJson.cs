using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudNetPortal.Domain.Zones.Documents;

/// <summary>
/// JSON in the one form that is hashed and signed (RFC 8785, JSON Canonicalization Scheme): names sorted by UTF-16 code units, no blanks, shortest escapes.
/// Numbers are limited to integers of at most 2^53, which is all that designs and plans hold; others are refused with <see cref="ArgumentException"/>.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The canonical bytes of a tree, UTF-8.</summary>
    public static byte[] Bytes(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return new UTF8Encoding(false, true).GetBytes(text.ToString());
    }

    /// <summary>The canonical bytes of a design. Null properties are left out, so a property added later does not change them.</summary>
    public static byte[] Bytes(ZoneDesign design) => Bytes(DesignJson.ToTree(design));

    /// <summary>SHA-256 as 64 lower-case hex digits.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                text.Append('{');
                var first = true;
                foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    if (!first)
                        text.Append(',');
                    first = false;
                    WriteString(name, text);
                    text.Append(':');
                    Write(value, text);
                }
                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    Write(items[i], text);
                }
                text.Append(']');
                break;
            default:
                WriteValue(node.AsValue(), text);
                break;
        }
    }

    private static void WriteValue(JsonValue value, StringBuilder text)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                WriteString(value.GetValue<string>(), text);
                break;
            case JsonValueKind.True:
                text.Append("true");
                break;
            case JsonValueKind.False:
                text.Append("false");
                break;
            default:
                if (!long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1L << 53)
                    throw new ArgumentException($"{value.ToJsonString()} is not an integer of at most 2^53.", nameof(value));
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        text.Append('"');
    }
}
