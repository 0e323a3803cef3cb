using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Switches.Cabling;

/// <summary>Batfish <c>layer1_topology.json</c>: wires as pairs of host name and interface.</summary>
public sealed class Layer1TopologyImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "layer1-topology";
    /// <inheritdoc/>
    public override string Title => "Batfish layer 1 topology";

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("\"edges\"", StringComparison.Ordinal) && file.Text.Contains("\"node1\"", StringComparison.Ordinal)
        && file.Text.Contains("\"interfaceName\"", StringComparison.Ordinal) ? 0.97 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = JsonText.Parse(reading.File.Text, reading.Log);
        foreach (var edge in json.Root is JsonObject root && root["edges"] is JsonArray edges ? edges : [])
        {
            reading.Rows++;
            var line = json.PlaceOf(edge).Line;
            if (End(edge, "node1") is { } a && End(edge, "node2") is { } b)
                reading.Ok += DocumentedCable.Say(reading, a, b, line) ? 1 : 0;
            else
                reading.NotUnderstood(line, edge?.ToJsonString() ?? "null");
        }
    }

    private static (string, string)? End(JsonNode? edge, string name) =>
        edge is JsonObject pair && pair[name] is JsonObject node && node["hostname"] is JsonValue host && node["interfaceName"] is JsonValue port ? (host.ToString(), port.ToString()) : null;
}
