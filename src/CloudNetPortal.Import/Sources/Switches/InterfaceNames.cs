using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>
/// Names of switch ports in one spelling: <c>Et1</c> and <c>Ethernet 1</c> are <c>Ethernet1</c>, <c>Po3</c> is <c>Port-Channel3</c>. What Linux, Junos and SONiC
/// call their ports (swp1, eth0, xe-0/0/1, Ethernet4) stays as it is; records compare names without regard to case.
/// </summary>
public static partial class InterfaceNames
{
    /// <summary>Most names one range may give.</summary>
    public const int Most = 1024;

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Et"] = "Ethernet", ["Eth"] = "Ethernet", ["Fa"] = "FastEthernet", ["Fas"] = "FastEthernet", ["Gi"] = "GigabitEthernet", ["Gig"] = "GigabitEthernet",
        ["Tw"] = "TwoGigabitEthernet", ["Te"] = "TenGigabitEthernet", ["Ten"] = "TenGigabitEthernet", ["TenGig"] = "TenGigabitEthernet", ["TenGigE"] = "TenGigabitEthernet",
        ["Twe"] = "TwentyFiveGigE", ["Fo"] = "FortyGigabitEthernet", ["For"] = "FortyGigabitEthernet", ["Fi"] = "FiftyGigE", ["Hu"] = "HundredGigE", ["Fou"] = "FourHundredGigE",
        ["Po"] = "Port-Channel", ["Port-ch"] = "Port-Channel", ["Vl"] = "Vlan", ["Lo"] = "Loopback", ["Ma"] = "Management", ["Mgmt-eth"] = "MgmtEth", ["Tu"] = "Tunnel", ["Vx"] = "Vxlan",
    };

    /// <summary>The name in full, without a blank before the number. A name of no known form is returned trimmed.</summary>
    public static string Expand(string name)
    {
        var trimmed = name.Trim();
        if (Form().Match(trimmed) is not { Success: true } match)
            return trimmed;
        var (word, number) = (match.Groups["word"].Value, match.Groups["number"].Value);
        // eth0 is a NIC of Linux; on a switch a number after Eth always has a slot.
        if (word.Equals("eth", StringComparison.OrdinalIgnoreCase) && !number.Contains('/'))
            return trimmed;
        return (Words.TryGetValue(word, out var full) ? full : word) + number;
    }

    /// <summary>
    /// All names of a range as it follows <c>interface</c> or <c>interface range</c>: <c>Ethernet1/1-4,Ethernet1/7</c>, <c>Gi1/0/1 - 4 , Gi1/0/10</c>,
    /// <c>Et1-3,5</c>, <c>Ethernet1/1-1/4</c>. A part that is no range is one name.
    /// </summary>
    public static IReadOnlyList<string> Range(string text)
    {
        var names = new List<string>();
        string word = "", path = "";
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (RangeForm().Match(part) is not { Success: true } match || (match.Groups["word"].Length == 0 && word.Length == 0)
                || !int.TryParse(match.Groups["first"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var first))
            {
                names.Add(Expand(part));
                continue;
            }
            if (match.Groups["word"].Length > 0)
                (word, path) = (match.Groups["word"].Value, match.Groups["path"].Value);
            else if (match.Groups["path"].Length > 0)
                path = match.Groups["path"].Value;
            var last = first;
            if (match.Groups["last"].Success && !int.TryParse(match.Groups["last"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out last))
                last = first;
            for (var i = first; i <= Math.Min(last, (long)first + Most - 1) && names.Count < Most; i++)
                names.Add(Expand(string.Create(CultureInfo.InvariantCulture, $"{word}{path}{i}{match.Groups["sub"].Value}")));
        }
        return names;
    }

    [GeneratedRegex(@"^(?<word>[A-Za-z]+(-[A-Za-z]+)?)\s*(?<number>\d[\d/.:]*)$")]
    private static partial Regex Form();

    // The last number of a name counts; what stands before it, and of the second end, is the slot.
    [GeneratedRegex(@"^(?<word>[A-Za-z]+(-[A-Za-z]+)?)?\s*(?<path>(\d+/)*)(?<first>\d+)(?<sub>[.:]\d+)?(\s*-\s*([A-Za-z]+(-[A-Za-z]+)?\s*)?(\d+/)*(?<last>\d+))?$")]
    private static partial Regex RangeForm();
}
