using System.Text;
using System.Text.Json;

namespace CloudNetPortal.CloudStack.Calls;

/// <summary>
/// Reads what CloudStack writes. Its serializer undoes \uXXXX escapes after writing, so raw control characters and lone backslashes occur inside strings;
/// strict JSON refuses both, and one oddly named object would make a whole list unreadable.
/// </summary>
internal static class TolerantJson
{
    public static bool TryParse(string text, out JsonElement root)
    {
        if (TryStrict(text, out root)) return true;
        return TryStrict(Repair(text), out root);
    }

    private static bool TryStrict(string text, out JsonElement root)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            root = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            root = default;
            return false;
        }
    }

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length + 16);
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"') inString = !inString;
            else if (inString && c == '\\')
            {
                if (IsEscape(text, i))
                {
                    repaired.Append(c).Append(text[++i]);
                    continue;
                }
                repaired.Append('\\');
            }
            else if (inString && c < ' ')
            {
                repaired.Append("\\u").Append(((int)c).ToString("x4"));
                continue;
            }
            repaired.Append(c);
        }
        return repaired.ToString();
    }

    private static bool IsEscape(string text, int at)
    {
        if (at + 1 >= text.Length) return false;
        if (text[at + 1] != 'u') return "\"\\/bfnrt".Contains(text[at + 1], StringComparison.Ordinal);
        return at + 5 < text.Length && text.Substring(at + 2, 4).All(char.IsAsciiHexDigit);
    }
}
