using System.Text.RegularExpressions;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Lldp;

/// <summary>Output of <c>lldpcli show neighbors</c> for people.</summary>
public sealed partial class LldpPlainImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "lldp-plain";
    /// <inheritdoc/>
    public override string Title => "lldpcli (text)";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("LLDP neighbors:", StringComparison.Ordinal) && Head().IsMatch(file.Text) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var found = new List<NeighbourFacts>();
        foreach (var (line, number) in reading.File.Text.Split('\n').Select((l, i) => (l, i + 1)))
        {
            if (line.Trim().Length == 0 || line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("LLDP neighbors", StringComparison.Ordinal))
                continue;
            if (Head().Match(line) is { Success: true } head)
                found.Add(new NeighbourFacts(head.Groups["port"].Value, number));
            else if (found.Count == 0 || !Detail(line, found[^1]))
                reading.NotUnderstood(number, line.Trim());
        }
        foreach (var facts in found)
        {
            reading.Rows++;
            if (facts.Say(reading))
                reading.Ok++;
        }
    }

    private static bool Detail(string line, NeighbourFacts facts)
    {
        var cut = line.IndexOf(':');
        var value = cut < 0 ? "" : line[(cut + 1)..].Trim();
        switch (cut < 0 ? line.Trim() : line[..cut].Trim())
        {
            case "ChassisID":
                facts.Chassis = Second(value);
                return true;
            case "SysName":
                facts.System = value;
                return true;
            case "MgmtIP":
                facts.Management.Add(value);
                return true;
            case "PortID":
                facts.PortId = Second(value);
                return true;
            case "PortDescr":
                facts.PortDescription = value;
                return true;
            case "VLAN":
                facts.Vlans.Add(value.Split(',', ' ')[0]);
                return true;
            case var aggregated when aggregated.StartsWith("Port is aggregated", StringComparison.Ordinal):
                facts.IsAggregated = true;
                return true;
            default:
                // Further lines of a system description are indented deeper and have no key of their own.
                return cut > 0 || line.StartsWith("       ", StringComparison.Ordinal);
        }
    }

    private static string Second(string value) => value.IndexOf(' ') is var blank and > 0 ? value[(blank + 1)..].Trim() : value;

    [GeneratedRegex(@"^Interface:\s+(?<port>[^,\s]+), via: ", RegexOptions.Multiline)]
    private static partial Regex Head();
}
