using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.Switches;
using static CloudNetPortal.Import.Sources.Lldp.SwitchNeighbours;

namespace CloudNetPortal.Import.Sources.Lldp;

/// <summary>Output of <c>show lldp neighbors [detail] | json</c> of Arista EOS: an object of ports with details, a list without.</summary>
public sealed class EosLldpJsonImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "eos-lldp";
    /// <inheritdoc/>
    public override string Title => "show lldp neighbors of EOS (JSON)";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.AsSpan().TrimStart() is ['{', ..] && file.Text.Contains("\"lldpNeighbors\"", StringComparison.Ordinal) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = Parse(reading);
        var found = new List<NeighbourFacts>();
        switch (json.Root?["lldpNeighbors"])
        {
            case JsonArray list:
                foreach (var row in list.OfType<JsonObject>().Where(r => Text(r["port"]) is not null))
                    found.Add(new NeighbourFacts(InterfaceNames.Expand(Text(row["port"])!), json.PlaceOf(row).Line) { System = Text(row["neighborDevice"]), PortId = Text(row["neighborPort"]) });
                break;
            case JsonObject ports:
                foreach (var (port, entry) in ports)
                    foreach (var row in Objects(entry?["lldpNeighborInfo"]))
                        found.Add(Facts(InterfaceNames.Expand(port), row, json.PlaceOf(row).Line));
                break;
        }
        SwitchNeighbours.Say(found, reading);
    }

    private static NeighbourFacts Facts(string port, JsonObject row, int line)
    {
        var info = row["neighborInterfaceInfo"] as JsonObject;
        var facts = new NeighbourFacts(port, line)
        {
            Chassis = Text(row["chassisId"]),
            System = Text(row["systemName"]),
            PortId = Text(info?["interfaceId"]),
            PortDescription = Text(info?["interfaceDescription"]),
            IsAggregated = Text(info?["linkAggregationStatus"]) == "capableAndEnabled",
        };
        facts.Management.AddRange(Objects(row["managementAddresses"]).Select(a => Text(a["address"])).OfType<string>());
        facts.Vlans.AddRange((info?["vlanNames"] as JsonObject ?? []).Select(v => v.Key));
        if (Text(info?["portVlanId"]) is { } own and not "0")
            facts.Vlans.Add(own);
        return facts;
    }
}
