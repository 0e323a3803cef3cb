using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudNetPortal.Import.Inventory;

/// <summary>Names written as a list: <c>eth[0-3]</c>, <c>Eth1/[1-48,52]</c>.</summary>
public static partial class NameRange
{
    /// <summary>Most names one range may give.</summary>
    public const int Most = 1024;

    /// <summary>All names; the text itself when it holds no range or one that is too large.</summary>
    public static IReadOnlyList<string> Expand(string text)
    {
        if (Range().Match(text) is not { Success: true } match)
            return [text];
        var names = new List<string>();
        foreach (var part in match.Groups[1].Value.Split(','))
        {
            var ends = part.Split('-');
            if (!int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                || last < first || last - first >= Most || names.Count > Most)
                return [text];
            for (var i = first; i <= last; i++)
                names.Add(string.Concat(text.AsSpan(0, match.Index), i.ToString(ends[0].StartsWith('0') && ends[0].Length > 1 ? $"D{ends[0].Length}" : "D", CultureInfo.InvariantCulture), text.AsSpan(match.Index + match.Length)));
        }
        return names;
    }

    [GeneratedRegex(@"\[([\d,-]+)\]")]
    private static partial Regex Range();
}
