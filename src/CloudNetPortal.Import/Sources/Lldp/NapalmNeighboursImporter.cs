using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.Switches;
using static CloudNetPortal.Import.Sources.Lldp.SwitchNeighbours;

namespace CloudNetPortal.Import.Sources.Lldp;

/// <summary>Answers of NAPALM's <c>get_lldp_neighbors</c> and <c>get_lldp_neighbors_detail</c>: ports with lists of what they heard.</summary>
public sealed class NapalmNeighboursImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "napalm-neighbours";
    /// <inheritdoc/>
    public override string Title => "NAPALM get_lldp_neighbors";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.AsSpan().TrimStart() is ['{', ..]
        && (file.Text.Contains("\"remote_chassis_id\"", StringComparison.Ordinal) || file.Text.Contains("\"hostname\"", StringComparison.Ordinal) && file.Text.Contains("\"port\"", StringComparison.Ordinal))
        && JsonText.Parse(file.Text, new ProblemLog(file.Path)).Root is JsonObject { Count: > 0 } root && root.All(p => p.Value is JsonArray or JsonObject { Count: > 0 } && !p.Key.Contains('_') | p.Key.StartsWith("get_", StringComparison.Ordinal)) ? 0.6 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = Parse(reading);
        var root = json.Root as JsonObject ?? [];
        var found = new List<NeighbourFacts>();
        foreach (var (port, list) in root["get_lldp_neighbors"] as JsonObject ?? root["get_lldp_neighbors_detail"] as JsonObject ?? root)
            foreach (var row in Objects(list))
                found.Add(new NeighbourFacts(Port(port), json.PlaceOf(row).Line)
                {
                    Chassis = Text(row["remote_chassis_id"]), System = Text(row["remote_system_name"]) ?? Text(row["hostname"]),
                    PortId = Text(row["remote_port"]) ?? Text(row["port"]), PortDescription = Text(row["remote_port_description"]),
                });
        SwitchNeighbours.Say(found, reading);
    }
}
