using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using static CloudNetPortal.Import.Sources.Lldp.SwitchNeighbours;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>Answer of NAPALM's <c>get_interfaces</c>.</summary>
public sealed class NapalmInterfacesImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "napalm-interfaces";
    /// <inheritdoc/>
    public override string Title => "NAPALM get_interfaces";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.AsSpan().TrimStart() is ['{', ..] && file.Text.Contains("\"is_enabled\"", StringComparison.Ordinal) && file.Text.Contains("\"mac_address\"", StringComparison.Ordinal) ? 0.9 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = Parse(reading);
        var root = json.Root as JsonObject ?? [];
        SwitchState.Device(reading);
        foreach (var (port, node) in root["get_interfaces"] as JsonObject ?? root)
        {
            if (node is not JsonObject entry)
                continue;
            reading.Rows++;
            var line = json.PlaceOf(entry).Line;
            var before = reading.Log.Problems.Count;
            var name = SwitchState.Port(reading, port, line, SourceWeight.Observed);
            SwitchState.Status(reading, name, Text(entry["is_enabled"]) == "false" ? "disabled" : Text(entry["is_up"]) == "true" ? "up" : "down", line);
            if (SwitchState.Described(name, null).Kind == Domain.Catalogue.Ports.InterfaceKind.Physical)
            {
                reading.Say(name, "mac", Text(entry["mac_address"]) is { Length: >= 12 } mac && !mac.StartsWith("None", StringComparison.Ordinal) ? mac : null, line);
                // -1 and 0 mean that it does not know.
                reading.Say(name, "speed", double.TryParse(Text(entry["speed"]), CultureInfo.InvariantCulture, out var speed) && speed >= 1 ? ((int)speed).ToString(CultureInfo.InvariantCulture) : null, line);
            }
            reading.Say(name, "mtu", int.TryParse(Text(entry["mtu"]), out var mtu) && mtu is >= 68 and <= 65535 ? mtu.ToString(CultureInfo.InvariantCulture) : null, line);
            reading.Say(name, "description", Text(entry["description"]), line);
            if (reading.Log.Problems.Count == before)
                reading.Ok++;
        }
    }
}
