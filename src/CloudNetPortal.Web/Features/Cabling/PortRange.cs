using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudNetPortal.Web.Features.Cabling;

/// <summary>Names of ports as people write them: <c>Eth1/[1-4]</c>, <c>eth[0,2]</c>, several with commas between; at most 512 come out.</summary>
internal static partial class PortRange
{
    private const int Most = 512;

    public static IReadOnlyList<string> Expand(string? text) =>
        [.. Split(text ?? "").SelectMany(part => One(part.Trim())).Where(name => name.Length > 0).Take(Most)];

    private static IEnumerable<string> Split(string text)
    {
        int start = 0, depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
            if (text[i] != ',' || depth > 0)
                continue;
            yield return text[start..i];
            start = i + 1;
        }
        yield return text[start..];
    }

    private static IEnumerable<string> One(string text)
    {
        if (Brackets().Match(text) is not { Success: true } list)
            return [text];
        var choices = list.Groups[1].Value.Split(',').SelectMany(Choices);
        return choices.SelectMany(choice => One(text[..list.Index] + choice + text[(list.Index + list.Length)..])).Take(Most);
    }

    private static IEnumerable<string> Choices(string part)
    {
        if (Numbers().Match(part.Trim()) is not { Success: true } range)
            return [part.Trim()];
        var (first, last) = (int.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(range.Groups[2].Value, CultureInfo.InvariantCulture));
        var width = range.Groups[1].Value.StartsWith('0') ? range.Groups[1].Value.Length : 1;
        return Enumerable.Range(first, Math.Clamp(last - first + 1, 0, Most)).Select(n => n.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0'));
    }

    [GeneratedRegex(@"\[([^\[\]]+)\]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^([0-9]{1,6})-([0-9]{1,6})$")]
    private static partial Regex Numbers();
}
