using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Import.Inventory.Fields;

/// <summary>Brings texts of sources into one form.</summary>
internal static class Canonical
{
    public static Func<string, (string?, string?)> Text(int longest) => text =>
        text.Trim() is { Length: > 0 } trimmed ? trimmed.Length <= longest ? (trimmed, null) : (null, $"The text is longer than {longest} characters.") : (null, null);

    public static Func<string, (string?, string?)> Whole(int least, int most) => text =>
        text.Trim() is not { Length: > 0 } trimmed ? (null, null)
        : decimal.TryParse(trimmed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number) && number >= least && number <= most
            ? (decimal.ToInt32(number).ToString(CultureInfo.InvariantCulture), null)
            : (null, $"A whole number from {least} to {most} is expected.");

    public static Func<string, (string?, string?)> Number(decimal least, decimal most) => text =>
        text.Trim() is not { Length: > 0 } trimmed ? (null, null)
        : decimal.TryParse(trimmed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? (Write(number), null)
            : (null, $"A number from {Write(least)} to {Write(most)} is expected.");

    public static (string?, string?) Switch(string text) => text.Trim().ToUpperInvariant() switch
    {
        "" => (null, null),
        "TRUE" or "YES" or "ON" or "1" => ("true", null),
        "FALSE" or "NO" or "OFF" or "0" => ("false", null),
        _ => (null, "true or false is expected."),
    };

    public static Func<string, (string?, string?)> Choice<T>() where T : struct, Enum => text =>
        text.Trim() is not { Length: > 0 } trimmed ? (null, null)
        : Enum.TryParse<T>(trimmed, true, out var value) && Enum.IsDefined(value) ? (value.ToString(), null)
        : (null, $"One of {string.Join(", ", Enum.GetNames<T>())} is expected.");

    public static (string?, string?) Mac(string text)
    {
        var digits = new string([.. text.Where(char.IsAsciiHexDigit)]);
        if (text.Trim().Length == 0)
            return (null, null);
        return digits.Length == 12 && text.Trim().All(c => char.IsAsciiHexDigit(c) || c is ':' or '-' or '.')
            ? (string.Join(':', Enumerable.Range(0, 6).Select(i => digits.Substring(i * 2, 2))).ToLowerInvariant(), null)
            : (null, "A MAC address of twelve hex digits is expected.");
    }

    public static (string?, string?) Address(string text) =>
        text.Trim() is not { Length: > 0 } trimmed ? (null, null)
        : TryAddress(trimmed.Split('/')[0], out var address) ? (address.ToString(), null) : (null, "An IP address is expected.");

    /// <summary>Addresses with prefix lengths, comma separated, in one order.</summary>
    public static (string?, string?) Addresses(string text)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var halves = part.Split('/');
            if (!TryAddress(halves[0], out var address))
                return (null, $"“{part}” is no address with its prefix length, such as 10.0.0.1/24.");
            var most = address.GetAddressBytes().Length * 8;
            var length = most;
            if (halves.Length > 2 || halves.Length == 2 && (!int.TryParse(halves[1], NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > most))
                return (null, $"“{part}” has no prefix length from 0 to {most}.");
            found.Add($"{address}/{length}");
        }
        return (found.Count == 0 ? null : string.Join(',', found), null);
    }

    public static (string?, string?) Network(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return (null, null);
        if (IPNetwork.TryParse(trimmed, out var network) && TryAddress(trimmed.Split('/')[0], out var first) && network.BaseAddress.Equals(first))
            return (network.ToString(), null);
        return (null, TryAddress(trimmed.Split('/')[0], out _) && trimmed.Contains('/') ? "The address has bits set behind its prefix length: write the first address of the subnet." : "A subnet such as 10.0.0.0/24 is expected.");
    }

    /// <summary>A set of VLANs; “none” is the empty set, which is not the same as nothing said.</summary>
    public static (string?, string?) Vlans(string text) =>
        text.Trim() == "none" ? ("none", null) : VlanSet.TryParse(text, out var set, out var problem) ? (set.IsEmpty ? null : set.ToString(), null) : (null, problem);

    public static string? Write(VlanSet? vlans) => vlans is null ? null : vlans.IsEmpty ? "none" : vlans.ToString();

    public static VlanSet? ToVlans(string? text) => text is null ? null : text == "none" ? VlanSet.Empty : VlanSet.Parse(text);

    public static string Write(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public static string? Write(PhysicalAddress? mac) => mac is null ? null : Mac(mac.ToString()).Item1;

    public static int? ToInt(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);

    public static decimal? ToDecimal(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    // IPAddress.TryParse takes “7” and “10.1” as addresses; people mean something else then.
    private static bool TryAddress(string text, out IPAddress address)
    {
        address = IPAddress.None;
        if (!text.Contains(':') && !Ipv4.TryParse(text, out _))
            return false;
        if (!IPAddress.TryParse(text, out var parsed))
            return false;
        address = parsed;
        return true;
    }
}
