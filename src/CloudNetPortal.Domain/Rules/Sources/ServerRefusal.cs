namespace CloudNetPortal.Domain.Rules.Sources;

/// <summary>What CloudStack 4.23 answers to a call it refuses.</summary>
/// <param name="Id">Number of the refusal, CS-nnn, as in docs/rules/not-covered.md.</param>
/// <param name="Call">Call or calls that answer so.</param>
/// <param name="Words">Its words; {x} stands for an inserted value.</param>
public sealed record ServerRefusal(string Id, string Call, IReadOnlyList<string> Words)
{
    // Fewer letters than these stand in texts of all kinds.
    private const int Telling = 12;

    /// <summary>True when the text contains one of the answers, whatever values were inserted.</summary>
    public bool IsIn(string text) => Words.Any(words => Contains(text, Parts(words)));

    private static List<string> Parts(string words)
    {
        var parts = new List<string>();
        var rest = words.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open && rest[open..].IndexOf('}') is >= 0 and var length)
        {
            parts.Add(rest[..open].Trim().ToString());
            rest = rest[(open + length + 1)..];
        }
        parts.Add(rest.Trim().ToString());
        return [.. parts.Where(p => p.Length > 0)];
    }

    private static bool Contains(string text, List<string> parts)
    {
        if (parts.Sum(p => p.Length) < Telling)
            return false;
        var at = 0;
        foreach (var part in parts)
        {
            if (text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var found))
                return false;
            at = found + part.Length;
        }
        return true;
    }
}
