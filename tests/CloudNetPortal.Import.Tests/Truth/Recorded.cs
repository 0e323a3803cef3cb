using System.Text.RegularExpressions;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>What others parsed out of a recorded output, kept beside it: the rows of a “parsed_sample”, values as texts, lists joined by commas.</summary>
internal static partial class Recorded
{
    public static List<Dictionary<string, string>> Rows(string yaml)
    {
        var rows = new List<Dictionary<string, string>>();
        string? key = null;
        var rowIndent = -1;
        foreach (var line in yaml.Split('\n'))
        {
            if (Start().Match(line) is { Success: true } start && (rowIndent < 0 || start.Groups["indent"].Length == rowIndent))
            {
                rowIndent = start.Groups["indent"].Length;
                rows.Add([]);
                key = Put(rows[^1], start);
            }
            else if (rows.Count > 0 && Pair().Match(line) is { Success: true } pair)
                key = Put(rows[^1], pair);
            else if (rows.Count > 0 && key is not null && Item().Match(line) is { Success: true } item)
                rows[^1][key] = rows[^1][key].Length == 0 ? item.Groups["value"].Value : $"{rows[^1][key]},{item.Groups["value"].Value}";
        }
        return rows;
    }

    private static string Put(Dictionary<string, string> row, Match match)
    {
        var value = match.Groups["value"].Value;
        row[match.Groups["key"].Value] = value is "[]" or "\"\"" or "''" ? "" : value.Trim('"', '\'');
        return match.Groups["key"].Value;
    }

    [GeneratedRegex("^(?<indent>\\s*)- (?<key>\\w+):\\s*(?<value>.*?)\\s*$")]
    private static partial Regex Start();

    [GeneratedRegex("^\\s+(?<key>\\w+):\\s*(?<value>.*?)\\s*$")]
    private static partial Regex Pair();

    [GeneratedRegex("^\\s*- \"?(?<value>[^\"]*)\"?\\s*$")]
    private static partial Regex Item();
}
