namespace CloudNetPortal.Cli.Clouds;

/// <summary>The configuration of CloudMonkey (cmk): sections in brackets, one for each profile.</summary>
internal sealed record CloudMonkeyConfig(string DefaultProfile, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Profiles)
{
    /// <summary><c>verifycert = false</c> among the settings of the program.</summary>
    public bool TrustsAnyCertificate { get; private init; }

    public static CloudMonkeyConfig Read(IEnumerable<string> lines)
    {
        var sections = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        var section = "";
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] is not ('#' or ';')))
        {
            if (line[0] == '[' && line[^1] == ']') section = line[1..^1].Trim();
            else if (line.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value])
            {
                if (!sections.TryGetValue(section, out var values)) sections[section] = values = new(StringComparer.OrdinalIgnoreCase);
                values[name] = value;
            }
        }
        // Names before the first section are settings of the program; “profile” among them names the one in use.
        var chosen = sections.GetValueOrDefault("")?.GetValueOrDefault("profile") ?? sections.GetValueOrDefault("core")?.GetValueOrDefault("profile") ?? "localcloud";
        return new CloudMonkeyConfig(chosen, sections.Where(s => s.Key is not ("" or "core" or "ui")).ToDictionary(s => s.Key, s => (IReadOnlyDictionary<string, string>)s.Value))
        {
            TrustsAnyCertificate = (sections.GetValueOrDefault("")?.GetValueOrDefault("verifycert") ?? sections.GetValueOrDefault("core")?.GetValueOrDefault("verifycert")) == "false",
        };
    }
}
