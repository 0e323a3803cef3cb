using System.Text.RegularExpressions;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.Switches;

namespace CloudNetPortal.Import.Sources.Lldp;

/// <summary>Tables of neighbours for people: <c>show lldp neighbors</c> of IOS, NX-OS, EOS and Junos, <c>show cdp neighbors</c>, <c>show lldp table</c> of SONiC, <c>net show lldp</c> of Cumulus.</summary>
public sealed partial class NeighbourTableImporter : ShowOutput
{
    private static readonly (Regex Head, Regex Row)[] Forms = [(CiscoHead(), CiscoRow()), (CdpHead(), CdpRow()), (EosHead(), EosRow()), (JunosHead(), JunosRow()), (SonicHead(), SonicRow()), (CumulusHead(), CumulusRow())];

    /// <inheritdoc/>
    public override string Key => "lldp-table";
    /// <inheritdoc/>
    public override string Title => "show lldp neighbors (table)";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Forms.Any(f => f.Head.IsMatch(file.Text)) && !file.Text.Contains("Chassis id: ", StringComparison.Ordinal) ? 0.9 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var found = new List<NeighbourFacts>();
        Regex? row = null;
        (int Number, string Text)? alone = null;
        foreach (var (number, line) in Lines(reading.File))
        {
            if (Array.Find(Forms, f => f.Head.IsMatch(line)) is { Row: { } next })
                row = next;
            // A long name has a line of its own, before the rest.
            else if ((row?.Match(line) ?? row?.Match("")) is not { Success: true } match)
            {
                if (alone is { } before)
                    reading.NotUnderstood(before.Number, before.Text);
                alone = row is not null && !char.IsWhiteSpace(line[0]) && !line.Trim().Contains(' ') ? (number, line.Trim()) : null;
                if (alone is null && row is not null)
                    reading.NotUnderstood(number, line.Trim());
            }
            else
            {
                var name = match.Groups["device"].Value.Trim();
                found.Add(Facts(match, name.Length > 0 ? name : alone?.Text, number));
                alone = null;
            }
        }
        SwitchNeighbours.Say(found, reading);
    }

    private static NeighbourFacts Facts(Match match, string? device, int number)
    {
        var chassis = SwitchNeighbours.Said(match.Groups["chassis"].Value);
        var named = SwitchNeighbours.Said(device);
        // A neighbour without a name is listed by its MAC address.
        var isMac = named is not null && Inventory.Fields.Canonical.Mac(named).Item1 is not null;
        return new NeighbourFacts(InterfaceNames.Expand(match.Groups["port"].Value), number)
        {
            Chassis = chassis ?? (isMac ? named : null), System = isMac ? null : named?.Split('(')[0],
            PortId = SwitchNeighbours.Said(match.Groups["id"].Value), PortDescription = SwitchNeighbours.Said(match.Groups["description"].Value),
        };
    }

    [GeneratedRegex(@"^\s*Device ID\s+Local Intf\s+Hold-time\s+Capability\s+Port ID\s*$", RegexOptions.Multiline)]
    private static partial Regex CiscoHead();

    [GeneratedRegex(@"^(?<device>.*?)\s*(?<port>(mgmt|Mgmt|Eth?|Ethernet|[A-Z][a-z]{1,2}|[A-Z][A-Za-z]+Ethernet|Management|[A-Za-z]+GigE)\d[\d/.:]*)\s+(?<hold>\d+)\s+((?<capability>[A-Z](,? ?[A-Z])*|N/A)\s+)?(?<id>\S.*)$")]
    private static partial Regex CiscoRow();

    [GeneratedRegex(@"^\s*Device[- ]ID\s+Local Intrfce\s+Hld?o?l?d?tme\s+Capability\s+Platform\s+Port ID\s*$", RegexOptions.Multiline)]
    private static partial Regex CdpHead();

    [GeneratedRegex(@"^(?<device>\S*)\s+(?<port>[A-Za-z]+ ?\d[\d/.:]*)\s+(?<hold>\d+)\s+(?<capability>[A-Za-z](,? ?[A-Za-z])*)\s+(?<platform>\S.*?)\s+(?<id>[A-Za-z]+ ?\d[\d/.:]*)$")]
    private static partial Regex CdpRow();

    [GeneratedRegex(@"^Port\s+Neighbor Device ID\s+Neighbor Port ID\s+TTL\s*$", RegexOptions.Multiline)]
    private static partial Regex EosHead();

    [GeneratedRegex(@"^(?<port>[A-Za-z]+\d[\d/.:]*)\s+(?<device>\S.*?)\s{2,}(?<id>\S.*?)\s+(?<hold>\d+)$")]
    private static partial Regex EosRow();

    [GeneratedRegex(@"^Local Interface\s+Parent Interface\s+Chassis Id\s+Port info\s+System Name\s*$", RegexOptions.Multiline)]
    private static partial Regex JunosHead();

    [GeneratedRegex(@"^(?<port>\S+)\s+(?<parent>\S+)\s+(?<chassis>[0-9a-f:]{17}|\S+)\s+(?<id>\S.*?)(\s{2,}(?<device>\S+))?$")]
    private static partial Regex JunosRow();

    [GeneratedRegex(@"^LocalPort\s+RemoteDevice\s+RemotePortID\s+Capability\s+RemotePortDescr\s*$", RegexOptions.Multiline)]
    private static partial Regex SonicHead();

    [GeneratedRegex(@"^(?<port>\S+)\s+(?<device>\S+)\s+(?<id>\S+)(\s+(?<capability>[A-Z]+))?(\s+(?<description>\S.*))?$")]
    private static partial Regex SonicRow();

    [GeneratedRegex(@"^LocalPort\s+Speed\s+Mode\s+RemoteHost\s+RemotePort\s*$", RegexOptions.Multiline)]
    private static partial Regex CumulusHead();

    [GeneratedRegex(@"^(?<port>\S+)\s+(?<speed>\S+)\s+(?<mode>\S+)\s+(?<device>\S+)\s+(?<id>\S+)$")]
    private static partial Regex CumulusRow();
}
