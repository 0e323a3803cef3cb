namespace CloudNetPortal.Domain.Rules.Catalogue;

/// <summary>What a plug or a port is made for; a cage takes several.</summary>
[Flags]
internal enum Media
{
    Unknown = 0,
    TwistedPair = 1,
    DirectAttach = 2,
    Multimode = 4,
    Singlemode = 8,
    Cage = DirectAttach | Multimode | Singlemode | TwistedPair,
    Fibre = Multimode | Singlemode,
    Any = Cage,
}

/// <summary>Reads the words NetBox has for cables and ports; a word it does not know is unknown, never refused.</summary>
internal static class Medium
{
    private static readonly string[] Cages = ["sfp", "qsfp", "osfp", "cfp", "xfp", "cxp", "cpak", "x2", "xenpak", "gbic"];
    private static readonly string[] Fibres = ["lc", "sc", "st", "fc", "mpo", "mtrj", "lsh", "lx5", "cs", "sn", "e2000", "mu", "splice"];

    public static Media OfCable(string? type) => type?.Trim().ToLowerInvariant() switch
    {
        null or "" => Media.Unknown,
        var t when t.StartsWith("cat", StringComparison.Ordinal) || t is "mrj21-trunk" => Media.TwistedPair,
        var t when t.StartsWith("dac", StringComparison.Ordinal) || t.StartsWith("aoc", StringComparison.Ordinal) => Media.DirectAttach,
        var t when t.StartsWith("mmf", StringComparison.Ordinal) || t.StartsWith("om", StringComparison.Ordinal) => Media.Multimode,
        var t when t.StartsWith("smf", StringComparison.Ordinal) || t.StartsWith("os", StringComparison.Ordinal) => Media.Singlemode,
        _ => Media.Unknown,
    };

    public static Media OfPort(string? connector)
    {
        if (connector?.Trim().ToLowerInvariant() is not { Length: > 0 } text)
            return Media.Unknown;
        if (Fibres.Any(f => text == f || text.StartsWith(f + "-", StringComparison.Ordinal)))
            return Media.Fibre;
        // 25gbase-x-sfp28 names a cage, 10gbase-lr an optic, 1000base-t a socket.
        if (Cages.Any(text.Contains))
            return Media.Cage;
        if (text.StartsWith("8p", StringComparison.Ordinal) || text is "rj45" or "110-punch" or "gg45" || text.StartsWith("tera-", StringComparison.Ordinal))
            return Media.TwistedPair;
        var at = text.IndexOf("base-", StringComparison.Ordinal);
        return at < 0 ? Media.Unknown : text[(at + 5)..] switch
        {
            "cr" or "cr4" or "cr8" or "cr10" or "cr2" or "cr1" or "cx1" or "cx4" => Media.DirectAttach,
            // LRM goes over multimode fibre, and over singlemode as well.
            "lrm" => Media.Fibre,
            "fx" => Media.Multimode,
            var m when m.StartsWith('t') => Media.TwistedPair,
            var m when m.StartsWith('s') => Media.Multimode,
            var m when m.StartsWith('l') || m.StartsWith('e') || m.StartsWith('z') || m.StartsWith("dr", StringComparison.Ordinal) || m.StartsWith("fr", StringComparison.Ordinal) || m.StartsWith("br", StringComparison.Ordinal) || m.StartsWith("bx", StringComparison.Ordinal) || m is "cwdm4" or "psm4" or "lfx" => Media.Singlemode,
            _ => Media.Unknown,
        };
    }

    public static string ToDisplay(this Media media) => media switch
    {
        Media.Unknown => "not documented", Media.Cage => "a cage", Media.Fibre => "fibre", Media.TwistedPair => "twisted pair", Media.DirectAttach => "direct attach", Media.Multimode => "multimode fibre", _ => "singlemode fibre",
    };
}
