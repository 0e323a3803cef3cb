using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>Output of <c>show etherchannel summary</c>, <c>show port-channel summary</c> of IOS, NX-OS and EOS, and <c>show interfaces portchannel</c> of SONiC: LAGs, their protocol, and what became of each member.</summary>
public sealed partial class PortChannelSummaryImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "port-channel-summary";
    /// <inheritdoc/>
    public override string Title => "show port-channel or etherchannel summary";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Head().IsMatch(file.Text) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        SwitchState.Device(reading);
        var isTable = false;
        (string Name, bool IsLacp)? lag = null;
        foreach (var (number, line) in Lines(reading.File))
        {
            if (Head().IsMatch(line))
                isTable = true;
            else if (isTable && !Legend().IsMatch(line))
            {
                reading.Rows++;
                if (Row().Match(line) is { Success: true } row)
                    lag = Lag(reading, row, number);
                else if (!char.IsWhiteSpace(line[0]) || lag is null || !Member().IsMatch(line))
                {
                    reading.NotUnderstood(number, line.Trim());
                    continue;
                }
                foreach (Match member in Member().Matches(Row().Match(line) is { Success: true } whole ? whole.Groups["ports"].Value : line))
                    Say(reading, member, lag!.Value, number);
                reading.Ok++;
            }
        }
        if (reading.Rows == 0)
            reading.Unused = "There is no LAG in it.";
    }

    private static (string, bool) Lag(InventoryReading reading, Match row, int line)
    {
        var name = SwitchState.Port(reading, row.Groups["lag"].Value, line);
        var protocol = row.Groups["protocol"].Value;
        var isLacp = protocol.StartsWith("LACP", StringComparison.OrdinalIgnoreCase);
        // Without members nothing says how it would be made.
        var isKnown = isLacp || row.Groups["ports"].Value.Contains('(');
        reading.Say(name, "kind", nameof(InterfaceKind.Bond), line);
        reading.Say(name, "bondMode", isKnown ? isLacp ? nameof(BondMode.Lacp) : nameof(BondMode.Static) : null, line);
        return (name, isLacp);
    }

    private static void Say(InventoryReading reading, Match member, (string Name, bool IsLacp) lag, int line)
    {
        var port = SwitchState.Port(reading, member.Groups["port"].Value, line);
        reading.Say(port, "bond", lag.Name, line);
        var flags = member.Groups["flags"].Value;
        // EOS adds letters of LACP (PSG+), IOS writes the words out (bndl).
        var state = flags.StartsWith('P') || flags is "bndl" or "S" ? nameof(MemberState.Active)
            : flags.StartsWith('H') || flags.StartsWith("hot", StringComparison.Ordinal) ? nameof(MemberState.Standby)
            : flags.StartsWith('I') && lag.IsLacp ? nameof(MemberState.NoPartner)
            : flags.StartsWith('D') || flags == "down" || flags.StartsWith('r') ? null : nameof(MemberState.Suspended);
        reading.Say(port, "memberState", state, line);
        if (flags.StartsWith('D') && flags.Length == 1)
            reading.Draft.Say(RecordKey.Interface(reading.Device, port), "link", "false", reading.Source(line) with { Weight = SourceWeight.Stamped }, reading.Log);
    }

    [GeneratedRegex(@"^Group\s+Port-channel\s+Protocol\s+Ports\s*$|^Group Port-\s+Type\s+Protocol\s+Member Ports\s*$|^\s*Port-Channel\s+Protocol\s+Ports\s*$|^\s*No\.\s+Team Dev\s+Protocol\s+Ports\s*$", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^\s+Channel\s*$|^(RU|SU|P/bndl|S/susp) +- ")]
    private static partial Regex Legend();

    [GeneratedRegex(@"^\s*((?<group>\d+)\s+)?(?<lag>(Po|Port-Channel|PortChannel)\d+)(\((?<state>\w+)\))?\s+((?<type>Eth|None)\s+)?(?<protocol>LACP\S*|PAgP|NONE|Static\S*|-|On)?\s*(?<ports>\S.*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?<port>[A-Za-z]+\d[\d/.]*)\((?<flags>[\w+*^-]+)\)")]
    private static partial Regex Member();
}
