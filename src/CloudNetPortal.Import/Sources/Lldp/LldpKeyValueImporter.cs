using System.Text.RegularExpressions;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Lldp;

/// <summary>Output of <c>lldpcli -f keyvalue</c>: one line a value, descriptions may go over several lines.</summary>
public sealed partial class LldpKeyValueImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "lldp-keyvalue";
    /// <inheritdoc/>
    public override string Title => "lldpcli (keyvalue)";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Line().IsMatch(file.Text) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var found = new List<NeighbourFacts>();
        var current = new Dictionary<string, NeighbourFacts>(StringComparer.Ordinal);
        var lines = reading.File.Text.Split('\n');
        var inDescription = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0 || lines[i].StartsWith('#'))
                continue;
            if (Line().Match(lines[i]) is not { Success: true } match)
            {
                // The rest of a description of several lines is of no use.
                if (!inDescription)
                    reading.NotUnderstood(i + 1, lines[i].Trim());
                continue;
            }
            var port = match.Groups["port"].Value;
            var path = match.Groups["path"].Value;
            var value = match.Groups["value"].Value.Trim();
            inDescription = path.EndsWith("descr", StringComparison.Ordinal);
            if (!current.TryGetValue(port, out var facts) || path == "via")
            {
                current[port] = facts = new NeighbourFacts(port, i + 1);
                found.Add(facts);
            }
            Put(facts, path, value);
        }
        foreach (var facts in found)
        {
            reading.Rows++;
            if (facts.Say(reading))
                reading.Ok++;
        }
    }

    private static void Put(NeighbourFacts facts, string path, string value)
    {
        switch (path)
        {
            case "chassis.name":
                facts.System = value;
                break;
            case "chassis.mgmt-ip":
                facts.Management.Add(value);
                break;
            case "port.descr":
                facts.PortDescription = value;
                break;
            case "port.aggregation":
                facts.IsAggregated = value != "0";
                break;
            case "vlan.vlan-id":
                facts.Vlans.Add(value);
                break;
            case "chassis.mac" or "chassis.local" or "chassis.ifname" or "chassis.ifalias" or "chassis.ip":
                facts.Chassis = value;
                break;
            case "port.ifname" or "port.mac" or "port.local" or "port.ifalias" or "port.ip":
                facts.PortId = value;
                break;
        }
    }

    [GeneratedRegex(@"^lldp\.(?<port>.+?)\.(?<path>(via|rid|age|chassis|port|vlan|ppvid|pi|lldp-med|ttl|unknown-tlvs?|custom|dot3|dcbx)(\.[^=]*)?)=(?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
