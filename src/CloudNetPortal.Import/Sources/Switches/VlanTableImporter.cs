using System.Globalization;
using System.Text.RegularExpressions;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>Output of <c>show vlan [brief]</c> of IOS, NX-OS and EOS: the VLANs of the switch and the ports that are in them. It does not tell tagged from untagged.</summary>
public sealed partial class VlanTableImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "show-vlan";
    /// <inheritdoc/>
    public override string Title => "show vlan (table)";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Head().IsMatch(file.Text) ? 0.9 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var existing = new List<int>();
        int? vlan = null;
        var isTable = false;
        foreach (var (number, line) in Lines(reading.File))
        {
            if (line.StartsWith("VLAN ", StringComparison.Ordinal) || line.StartsWith("Remote SPAN", StringComparison.Ordinal) || line.StartsWith("Primary ", StringComparison.Ordinal))
            {
                // What follows the first table (types, SPAN, private VLANs) tells nothing more of ports.
                (isTable, vlan) = (Head().IsMatch(line), null);
                continue;
            }
            if (!isTable)
                continue;
            reading.Rows++;
            string ports;
            if (Row().Match(line) is { Success: true } row)
            {
                vlan = int.Parse(row.Groups["vlan"].ValueSpan, CultureInfo.InvariantCulture);
                // 1002 to 1005 of IOS are for networks nobody has any more.
                if (row.Groups["status"].Value is "active" or "act/lshut")
                    existing.Add(vlan.Value);
                ports = row.Groups["ports"].Value;
            }
            else if (char.IsWhiteSpace(line[0]) && vlan is not null)
                ports = line;
            else
            {
                reading.NotUnderstood(number, line.Trim());
                continue;
            }
            foreach (var port in ports.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
                if (SwitchState.Described(InterfaceNames.Expand(port), null).Kind is Domain.Catalogue.Ports.InterfaceKind.Physical or Domain.Catalogue.Ports.InterfaceKind.Bond)
                    reading.Draft.SwitchPorts.Member(reading, SwitchState.Port(reading, port, number), vlan!.Value, null, number);
            reading.Ok++;
        }
        SwitchState.Vlans(reading, existing);
    }

    [GeneratedRegex(@"^VLAN\s+Name\s+Status\s+Ports\s*$", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?<vlan>\d{1,4})\*?\s+(?<name>\S.*?)\s+(?<status>active|act/unsup|act/lshut|suspended|sus/lshut|suspend|inactive)(\s+(?<ports>\S.*))?$")]
    private static partial Regex Row();
}
