using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using static CloudNetPortal.Import.Sources.Lldp.SwitchNeighbours;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>Output of <c>show interfaces | json</c> of EOS: every port with its state, MTU, MAC address, LAG and addresses.</summary>
public sealed class EosInterfacesImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "eos-interfaces";
    /// <inheritdoc/>
    public override string Title => "show interfaces of EOS (JSON)";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.AsSpan().TrimStart() is ['{', ..] && file.Text.Contains("\"interfaceStatus\"", StringComparison.Ordinal) && file.Text.Contains("\"lineProtocolStatus\"", StringComparison.Ordinal) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = Parse(reading);
        SwitchState.Device(reading, "Arista EOS");
        foreach (var (name, node) in json.Root?["interfaces"] as JsonObject ?? [])
        {
            if (node is not JsonObject entry)
                continue;
            reading.Rows++;
            var before = reading.Log.Problems.Count;
            Port(reading, SwitchState.Port(reading, name, json.PlaceOf(entry).Line, SourceWeight.Observed), entry, json.PlaceOf(entry).Line);
            if (reading.Log.Problems.Count == before)
                reading.Ok++;
        }
    }

    private static void Port(InventoryReading reading, string name, JsonObject entry, int line)
    {
        var kind = SwitchState.Described(name, null).Kind;
        SwitchState.Status(reading, name, Text(entry["interfaceStatus"]) ?? "", line);
        // A tunnel says 0.
        reading.Say(name, "mtu", Text(entry["mtu"]) is { } mtu and not "0" ? mtu : null, line);
        reading.Say(name, "description", Text(entry["description"]), line);
        if (kind == InterfaceKind.Physical)
        {
            // A routed port lends the address of the whole switch.
            reading.Say(name, "mac", Text(entry["burnedInAddress"]), line);
            reading.Say(name, "speed", long.TryParse(Text(entry["bandwidth"]), out var bits) && bits >= 1_000_000 ? (bits / 1_000_000).ToString(CultureInfo.InvariantCulture) : null, line);
        }
        if (Text(entry["interfaceMembership"]) is { } membership && membership.StartsWith("Member of ", StringComparison.Ordinal))
            reading.Say(name, "bond", InterfaceNames.Expand(membership["Member of ".Length..]), line);
        var addresses = Objects(entry["interfaceAddress"]).SelectMany(a => new[] { a["primaryIp"], a["virtualIp"] }).OfType<JsonObject>()
            .Where(a => Text(a["address"]) is { } address and not "0.0.0.0").Select(a => $"{Text(a["address"])}/{Text(a["maskLen"])}").ToList();
        // Unnumbered ports lend the address of a loop-back.
        if (addresses.Count > 0 && !Objects(entry["interfaceAddress"]).Any(a => a.ContainsKey("unnumberedIntf")))
            reading.Draft.Say(RecordKey.Interface(reading.Device, name), "addresses", string.Join(',', addresses), reading.Source(line) with { Weight = SourceWeight.Stamped }, reading.Log);
    }
}
