using System.Text.RegularExpressions;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.Switches;
using static CloudNetPortal.Import.Sources.Lldp.SwitchNeighbours;

namespace CloudNetPortal.Import.Sources.Lldp;

/// <summary>Output of <c>show lldp neighbors detail</c> of Arista EOS, for people.</summary>
public sealed partial class EosLldpTextImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "eos-lldp-text";
    /// <inheritdoc/>
    public override string Title => "show lldp neighbors detail of EOS (text)";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Port().IsMatch(file.Text) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var found = new List<NeighbourFacts>();
        string? port = null;
        NeighbourFacts? facts = null;
        foreach (var (number, line) in Lines(reading.File))
        {
            if (Port().Match(line) is { Success: true } head)
                (port, facts) = (InterfaceNames.Expand(head.Groups["port"].Value), null);
            else if (port is null)
                reading.NotUnderstood(number, line.Trim());
            else if (line.TrimStart().StartsWith("Neighbor ", StringComparison.Ordinal))
                found.Add(facts = new NeighbourFacts(port, number));
            else if (facts is not null)
                Put(facts, line);
        }
        SwitchNeighbours.Say(found, reading);
    }

    private static void Put(NeighbourFacts facts, string line)
    {
        var cut = line.IndexOf(':');
        if (cut < 0 || Said(line[(cut + 1)..]) is not { } value)
            return;
        switch (line[..cut].Trim(' ', '-'))
        {
            case "Chassis ID":
                facts.Chassis = value;
                break;
            // The number of a LAG stands below under the same words.
            case "Port ID":
                facts.PortId ??= value;
                break;
            case "Port Description":
                facts.PortDescription = value;
                break;
            case "System Name":
                facts.System = value;
                break;
            case "Management Address" when value.Contains('.') && value.Count(c => c == '.') == 3:
                facts.Management.Add(value);
                break;
            case "IEEE802.1 Port VLAN ID" when value != "0":
                facts.Vlans.Add(value);
                break;
            case "Link Aggregation Status":
                facts.IsAggregated = value.Contains("Enabled", StringComparison.Ordinal);
                break;
        }
    }

    [GeneratedRegex(@"^Interface (?<port>\S+) detected (?<count>\d+) LLDP neighbors?:?\s*$", RegexOptions.Multiline)]
    private static partial Regex Port();
}
