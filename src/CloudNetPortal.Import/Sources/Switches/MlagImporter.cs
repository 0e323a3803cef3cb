using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using static CloudNetPortal.Import.Sources.Lldp.SwitchNeighbours;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>
/// Which LAGs two switches share: <c>show mlag [detail]</c> and <c>show mlag interfaces</c> of EOS, <c>show vpc</c> of NX-OS, <c>net show clag</c> of Cumulus, as JSON.
/// </summary>
public sealed class MlagImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "mlag";
    /// <inheritdoc/>
    public override string Title => "show mlag, vpc or clag (JSON)";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.AsSpan().TrimStart() is ['{', ..]
        && (file.Text.Contains("\"TABLE_vpc\"", StringComparison.Ordinal) || file.Text.Contains("\"vpc-domain-id\"", StringComparison.Ordinal) || file.Text.Contains("\"clagIntfs\"", StringComparison.Ordinal) || file.Text.Contains("\"mlagPorts\"", StringComparison.Ordinal)
            || file.Text.Contains("\"negStatus\"", StringComparison.Ordinal) || file.Text.Contains("\"localInterface\"", StringComparison.Ordinal) && file.Text.Contains("\"peerInterface\"", StringComparison.Ordinal)) ? 0.9 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        SwitchState.Device(reading);
        var json = Parse(reading);
        if (json.Root is not JsonObject root)
            return;
        reading.Rows = reading.Ok = 1;
        if (root["clagIntfs"] is JsonObject shared)
            foreach (var (port, entry) in shared)
                // Tunnels are listed with the id 0.
                if (Text(entry?["clagId"]) is { } id and not "0")
                    Group(reading, port, SwitchFacts.MlagGroup(Text(root["status"]?["sysMac"])?.ToLowerInvariant(), id), json.PlaceOf(entry).Line);
        foreach (var row in Objects(root["TABLE_vpc"]).SelectMany(t => Objects(t["ROW_vpc"])))
            if (Text(row["vpc-ifindex"]) is { } port && Text(row["vpc-id"]) is { } id)
                Group(reading, port, SwitchFacts.MlagGroup(Text(root["vpc-domain-id"]), id), json.PlaceOf(row).Line);
        foreach (var (id, entry) in root["interfaces"] as JsonObject ?? [])
            if (Text(entry?["localInterface"]) is { } port)
                Group(reading, port, SwitchFacts.MlagGroup(Text(root["domainId"]), id), json.PlaceOf(entry).Line);
        if (reading.Rows == 1)
            reading.Unused = Text(root["state"]) == "disabled" || (Text(root["domainId"]) is null && root["clagIntfs"] is not JsonObject { Count: > 0 } && Text(root["vpc-domain-id"]) is null)
                ? "The switch shares no LAG with another." : "It tells how the pair of switches stands, not which LAGs they share; a configuration does, or “show mlag interfaces | json”.";
    }

    private static void Group(InventoryReading reading, string port, string group, int line)
    {
        reading.Rows++;
        var name = SwitchState.Port(reading, port, line);
        reading.Draft.Say(RecordKey.Interface(reading.Device, name), "kind", nameof(InterfaceKind.Bond), reading.Source(line) with { Weight = SourceWeight.Stamped }, reading.Log);
        // What a configuration names the pair is the same pair.
        var key = RecordKey.Interface(reading.Device, name);
        if (reading.Draft.Find(key)?["mlagGroup"] is not null || reading.Say(name, "mlagGroup", group, line))
            reading.Ok++;
    }
}
