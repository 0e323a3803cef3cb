using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.Switches;
using static CloudNetPortal.Import.Sources.Lldp.SwitchNeighbours;

namespace CloudNetPortal.Import.Sources.Lldp;

/// <summary>Output of <c>show lldp neighbors [detail]</c> of Junos with <c>display json</c> or <c>display xml</c>: the same names in both.</summary>
public sealed class JunosLldpImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "junos-lldp";
    /// <inheritdoc/>
    public override string Title => "show lldp neighbors of Junos (JSON, XML)";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("lldp-neighbors-information", StringComparison.Ordinal) && file.Text.AsSpan().TrimStart() is ['{' or '<', ..] ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var found = new List<NeighbourFacts>();
        foreach (var (value, line) in Entries(reading))
        {
            // With a list of ports the interface stands in the port id (Junos before 15).
            if ((value("lldp-local-interface") ?? value("lldp-local-port-id")) is not { } port)
            {
                reading.NotUnderstood(line, value("lldp-remote-system-name") ?? "lldp-neighbor-information");
                continue;
            }
            var facts = new NeighbourFacts(Port(port), line)
            {
                Chassis = value("lldp-remote-chassis-id"), System = value("lldp-remote-system-name"),
                PortId = value("lldp-remote-port-id"), PortDescription = value("lldp-remote-port-description"),
                IsAggregated = value("lldp-remote-subtype-lag-status")?.Contains("enabled", StringComparison.Ordinal) == true,
            };
            if ((value("lldp-remote-management-address") ?? value("lldp-system-management-address")) is { } address)
                facts.Management.Add(address);
            found.Add(facts);
        }
        SwitchNeighbours.Say(found, reading);
    }

    private static IEnumerable<(Func<string, string?> Value, int Line)> Entries(InventoryReading reading)
    {
        if (reading.File.Text.AsSpan().TrimStart() is ['{', ..])
        {
            var json = Parse(reading);
            return [.. Objects(json.Root?["lldp-neighbors-information"]).SelectMany(i => Objects(i["lldp-neighbor-information"])).Select(e => ((Func<string, string?>)(n => Find(e, n)), json.PlaceOf(e).Line))];
        }
        try
        {
            var root = XDocument.Parse(reading.File.Text, LoadOptions.SetLineInfo);
            return [.. root.Descendants().Where(e => e.Name.LocalName == "lldp-neighbor-information")
                .Select(e => ((Func<string, string?>)(n => Said(e.Descendants().FirstOrDefault(d => d.Name.LocalName == n)?.Value)), ((IXmlLineInfo)e).LineNumber))];
        }
        catch (XmlException wrong)
        {
            reading.Log.Error("XML not readable", wrong.Message, "Take the output again, whole.", wrong.LineNumber, wrong.LinePosition);
            return [];
        }
    }

    // Every value is a list of one object with “data”; details lie in lists below.
    private static string? Find(JsonObject at, string name)
    {
        if (at.ContainsKey(name))
            return Text(Objects(at[name]).FirstOrDefault()?["data"]);
        foreach (var (_, below) in at)
            foreach (var inner in Objects(below))
                if (Find(inner, name) is { } found)
                    return found;
        return null;
    }
}
