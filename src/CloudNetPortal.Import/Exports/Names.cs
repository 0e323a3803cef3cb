namespace CloudNetPortal.Import.Exports;

/// <summary>Names for blocks of other tools: letters, digits and underscores, each used once.</summary>
internal sealed class Names
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public string Of(string kind, string text)
    {
        var safe = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_')).Trim('_');
        if (safe.Length == 0 || char.IsAsciiDigit(safe[0])) safe = "_" + safe;
        var name = safe;
        for (var n = 2; !_used.Add($"{kind}.{name}"); n++) name = $"{safe}_{n}";
        return name;
    }
}
