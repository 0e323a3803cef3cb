using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using static CloudNetPortal.Import.Sources.Lldp.SwitchNeighbours;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>Output of <c>show vlan [brief] | json</c> of EOS and NX-OS, and NAPALM's <c>get_vlans</c>.</summary>
public sealed class VlanJsonImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "show-vlan-json";
    /// <inheritdoc/>
    public override string Title => "show vlan (JSON)";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.AsSpan().TrimStart() is not ['{', ..] ? 0
        : file.Text.Contains("\"TABLE_vlanbrief", StringComparison.Ordinal) || file.Text.Contains("\"vlans\"", StringComparison.Ordinal) && file.Text.Contains("\"sourceDetail\"", StringComparison.Ordinal) ? 0.95
        : file.Text.Contains("\"interfaces\"", StringComparison.Ordinal) && Root(file) is { Count: > 0 } root && root.All(v => IsVlan(v.Key) && v.Value is JsonObject vlan && vlan.ContainsKey("interfaces")) ? 0.7 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = Parse(reading);
        var existing = new List<int>();
        foreach (var (id, entry, ports, isActive) in Entries(json.Root as JsonObject ?? []))
        {
            reading.Rows++;
            var line = json.PlaceOf(entry).Line;
            if (!IsVlan(id))
            {
                reading.NotUnderstood(line, entry.ToJsonString());
                continue;
            }
            var vlan = int.Parse(id!, CultureInfo.InvariantCulture);
            if (isActive)
                existing.Add(vlan);
            foreach (var port in ports)
                if (SwitchState.Described(InterfaceNames.Expand(port), null).Kind is InterfaceKind.Physical or InterfaceKind.Bond)
                    reading.Draft.SwitchPorts.Member(reading, SwitchState.Port(reading, port, line), vlan, null, line);
            reading.Ok++;
        }
        SwitchState.Vlans(reading, existing);
    }

    private static IEnumerable<(string? Id, JsonObject Entry, List<string> Ports, bool IsActive)> Entries(JsonObject root)
    {
        foreach (var (name, table) in root.Where(t => t.Key.StartsWith("TABLE_vlanbrief", StringComparison.Ordinal)))
            foreach (var row in Objects(table).SelectMany(t => t).SelectMany(r => Objects(r.Value)))
                yield return (Text(row["vlanshowbr-vlanid-utf"]) ?? Text(row["vlanshowbr-vlanid"]), row, [.. (Text(row["vlanshowplist-ifidx"]) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
                    Text(row["vlanshowbr-vlanstate"]) is null or "active" && Text(row["vlanshowbr-shutstate"]) is null or "noshutdown");
        foreach (var (id, value) in root["vlans"] as JsonObject ?? root["get_vlans"] as JsonObject ?? (root.All(v => IsVlan(v.Key)) ? root : []))
            if (value is JsonObject vlan)
            {
                // EOS makes dynamic ones by itself for routing; nobody's frames are in them.
                if (Text(vlan["dynamic"]) == "true")
                    continue;
                var ports = vlan["interfaces"] switch { JsonObject named => named.Select(p => p.Key), JsonArray list => list.Select(Text).OfType<string>(), _ => [] };
                yield return (id, vlan, [.. ports], Text(vlan["status"]) is null or "active");
            }
    }

    private static bool IsVlan(string? id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var vlan) && vlan is >= 1 and <= 4094;

    private static JsonObject? Root(ImportFile file) => JsonText.Parse(file.Text, new ProblemLog(file.Path)).Root as JsonObject;
}
