namespace CloudNetPortal.Web.Features.Diagrams.Drawing;

/// <summary>How wide a text is at most in the portal's fonts, known without a browser: mono exactly, sans by classes of letters, rounded up.</summary>
internal static class TextWidth
{
    public static int Of(string text, int size, bool mono, bool strong = false)
    {
        var units = mono ? text.Length * 0.601 : text.Sum(Units) * (strong ? 1.05 : 1);
        return (int)Math.Ceiling(units * size);
    }

    /// <summary>The text, or as much of it as fits with an ellipsis.</summary>
    public static string Fit(string text, int width, int size, bool mono, bool strong = false)
    {
        if (Of(text, size, mono, strong) <= width)
            return text;
        var length = text.Length;
        while (length > 0 && Of(text[..length].TrimEnd(' ', ',') + "…", size, mono, strong) > width)
            length--;
        return text[..length].TrimEnd(' ', ',') + "…";
    }

    /// <summary>The text on at most <paramref name="lines"/> lines, broken at blanks, the last one with an ellipsis where it must be.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width, int size, bool mono, int lines)
    {
        var found = new List<string>();
        var rest = text;
        while (found.Count < lines - 1 && Of(rest, size, mono) > width)
        {
            var cut = rest.Length;
            while (cut > 0 && (cut == rest.Length || rest[cut] != ' ' || Of(rest[..cut], size, mono) > width))
                cut--;
            if (cut == 0)
                break;
            found.Add(rest[..cut]);
            rest = rest[(cut + 1)..];
        }
        found.Add(Fit(rest, width, size, mono));
        return found;
    }

    private static double Units(char c) => c switch
    {
        'i' or 'l' or 'j' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or 'I' => 0.30,
        't' or 'f' or 'r' or '(' or ')' or '-' or ' ' or '/' => 0.40,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '×' => 0.92,
        >= 'A' and <= 'Z' => 0.74,
        >= '0' and <= '9' => 0.65,
        _ => 0.62,
    };
}
