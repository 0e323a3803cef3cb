using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Marvin;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Lldp;

/// <summary>
/// Output of <c>lldpcli -f json</c> and <c>-f json0</c>: neighbours, own interfaces, own chassis. The first form drops lists of one and uses names as
/// keys, the second is all lists; both are read by the same eyes.
/// </summary>
public sealed class LldpJsonImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "lldp-json";
    /// <inheritdoc/>
    public override string Title => "lldpcli (JSON)";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.AsSpan().TrimStart() is ['{', ..]
        && (file.Text.Contains("\"lldp\"", StringComparison.Ordinal) || file.Text.Contains("\"local-chassis\"", StringComparison.Ordinal)) ? 0.95 : 0;

    /// <summary>Own interfaces and own chassis carry the name of the device itself.</summary>
    public override string? DeviceIn(ImportFile file)
    {
        if (!file.Text.Contains("\"local-chassis\"", StringComparison.Ordinal) && !file.Text.Contains("\"status\"", StringComparison.Ordinal))
            return null;
        var root = JsonText.Parse(file.Text, new ProblemLog(file.Path)).Root as JsonObject;
        var wrapped = root?["lldp_loc_chassis"] as JsonObject ?? root;
        if (First(wrapped?["local-chassis"]) is { } local && Chassis(local["chassis"]).Name is { } name)
            return name;
        foreach (var (_, entry) in Interfaces(root))
            if (IsOwn(entry) && Chassis(entry["chassis"]).Name is { } own)
                return own;
        return null;
    }

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = JsonText.Parse(reading.File.Text, reading.Log);
        if (json.Root is not JsonObject root || reading.Log.HasErrors)
            return;
        var own = 0;
        foreach (var (name, entry) in Interfaces(root))
        {
            reading.Rows++;
            var (line, column) = json.PlaceOf(entry);
            if (IsOwn(entry))
            {
                own++;
                reading.Ok++;
                continue;
            }
            if (name is null)
            {
                reading.Log.Warning("Entry not understood", "An entry does not name its interface.", "Take the output again.", line, column, null, null);
                continue;
            }
            var facts = new NeighbourFacts(name, line);
            var chassis = Chassis(entry["chassis"]);
            (facts.Chassis, facts.System) = (chassis.Id, chassis.Name);
            facts.Management.AddRange(chassis.Management);
            var port = First(entry["port"]);
            facts.PortId = Text(First(port?["id"])?["value"]);
            facts.PortDescription = Text(port?["descr"]);
            facts.IsAggregated = Text(port?["aggregation"]) is { } group && group != "0";
            facts.Vlans.AddRange(Objects(entry["vlan"]).Select(v => Text(v["vlan-id"]) ?? "").Where(v => v.Length > 0));
            if (facts.Say(reading))
                reading.Ok++;
        }
        if (reading.Rows == 0 || reading.Rows == own)
            reading.Unused = own > 0 ? "It holds what the device says of itself, not its neighbours; only the device's name was used." : "It holds no neighbour.";
    }

    private static bool IsOwn(JsonObject entry) => entry.ContainsKey("status") && !entry.ContainsKey("rid") && !entry.ContainsKey("via");

    private static IEnumerable<(string? Name, JsonObject Entry)> Interfaces(JsonObject? root)
    {
        foreach (var lldp in Objects(root?["lldp"]))
            foreach (var item in Objects(lldp["interface"]))
                if (item.ContainsKey("name") && item["name"] is JsonValue name)
                    yield return (Text(name), item);
                else
                    foreach (var (key, value) in item)
                        if (value is JsonObject entry)
                            yield return (key, entry);
    }

    // {"tor1": {…}}, {"id": …} without a system name, or [{"id": […], "name": […]}].
    private static (string? Id, string? Name, List<string> Management) Chassis(JsonNode? node)
    {
        var chassis = First(node);
        string? name = null;
        if (chassis is not null && chassis.Count == 1 && chassis.First() is { Value: JsonObject inner } only && only.Key != "id")
            (name, chassis) = (only.Key, inner);
        name ??= Text(chassis?["name"]);
        var management = chassis?["mgmt-ip"] switch
        {
            JsonArray list => list.Select(Text).OfType<string>().ToList(),
            { } one when Text(one) is { } text => [text],
            _ => [],
        };
        return (Text(First(chassis?["id"])?["value"]), name, management);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => [one],
        JsonArray many => many.OfType<JsonObject>(),
        _ => [],
    };

    private static JsonObject? First(JsonNode? node) => Objects(node).FirstOrDefault();

    private static string? Text(JsonNode? node) => node switch
    {
        JsonObject o => Text(o["value"]),
        JsonArray { Count: > 0 } list => Text(list[0]),
        _ => MarvinNode.AsText(node) is { Length: > 0 } text ? text : null,
    };
}
