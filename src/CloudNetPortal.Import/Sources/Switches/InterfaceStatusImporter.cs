using System.Globalization;
using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>Output of <c>show interfaces status</c> of IOS, NX-OS and EOS: state, access VLAN or trunk, speed. Names of people may hold blanks and words of the table.</summary>
public sealed partial class InterfaceStatusImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "show-interface-status";
    /// <inheritdoc/>
    public override string Title => "show interfaces status";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Head().IsMatch(file.Text) ? 0.9 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        SwitchState.Device(reading);
        var isOther = false;
        foreach (var (number, line) in Lines(reading.File))
        {
            if (Head().IsMatch(line) || line.StartsWith("Interface ", StringComparison.Ordinal))
            {
                // NX-OS lists tunnels in a table of their own.
                isOther = !Head().IsMatch(line);
                continue;
            }
            reading.Rows++;
            // Ports of a storage network stand among the others.
            if (isOther || StoragePort().IsMatch(line))
                reading.Ok++;
            else if (Row().Match(line) is { Success: true } row)
            {
                Port(reading, row, number);
                reading.Ok++;
            }
            else
                reading.NotUnderstood(number, line.Trim());
        }
    }

    private static void Port(InventoryReading reading, Match row, int line)
    {
        var name = SwitchState.Port(reading, row.Groups["port"].Value, line, SourceWeight.Stamped);
        var description = Lldp.SwitchNeighbours.Said(row.Groups["name"].Value);
        reading.Draft.Say(RecordKey.Interface(reading.Device, name), "description", description, reading.Source(line) with { Weight = SourceWeight.Stamped }, reading.Log);
        SwitchState.Status(reading, name, row.Groups["status"].Value.TrimEnd(':'), line);
        reading.Say(name, "speed", SwitchState.Speed(row.Groups["speed"].Value), line);
        var vlan = row.Groups["vlan"].Value;
        if (vlan.StartsWith("in ", StringComparison.Ordinal))
            reading.Say(name, "bond", InterfaceNames.Expand(vlan[3..]), line);
        else if (vlan == "trunk")
            reading.Draft.SwitchPorts.Mode(reading, name, SwitchPortMode.Trunk, null, null, line);
        else if (int.TryParse(vlan.Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            reading.Draft.SwitchPorts.Mode(reading, name, SwitchPortMode.Access, id, null, line);
    }

    [GeneratedRegex(@"^\s*Port\s+Name\s+Status\s+Vlan\s+Duplex\s+Speed\s+Type(\s+Flags)?(\s+Encapsulation)?\s*$", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^fc\d+/\d+ is ")]
    private static partial Regex StoragePort();

    // The last word of a state that is followed by a VLAN, a duplex and a speed counts.
    [GeneratedRegex(@"^(?<port>[A-Za-z][\w-]*\d[\d/.]*)\s+((?<name>\S.*?)\s+)?(?<status>connected|notconnect|notconnec|disabled|err-disabled|errdisabled|err-vlans|inactive|suspended|suspnd|suspndByV|monitoring|xcvrAbsen|sfpAbsent|sfpInvali|linkFlapE|channelDo|noOperMem|down|up|faulty|dormant|standby|routed)(?<more>: ?\S*)?\s+(?<vlan>\d[\d,]*|trunk|--|routed|unassigned|in Po\d+|f-path|pvlan \S+|tap|tool|fabric|dot1q-tunnel)\s+(?<duplex>(a-)?(full|half)|auto|unconf)\s+(?<speed>(a-)?[\d.]+[GMT]?|auto|unconf)(\s+(?<type>\S.*))?$")]
    private static partial Regex Row();
}
