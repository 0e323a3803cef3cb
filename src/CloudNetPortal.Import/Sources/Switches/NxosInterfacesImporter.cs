using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using static CloudNetPortal.Import.Sources.Lldp.SwitchNeighbours;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>
/// Output of <c>show interface [brief | status | switchport] | json</c> of NX-OS: one table of ports in each, with different members.
/// </summary>
public sealed class NxosInterfacesImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "nxos-interfaces";
    /// <inheritdoc/>
    public override string Title => "show interface of NX-OS (JSON)";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("\"TABLE_interface\"", StringComparison.Ordinal) && file.Text.Contains("\"ROW_interface\"", StringComparison.Ordinal) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = Parse(reading);
        SwitchState.Device(reading, "Cisco NX-OS");
        foreach (var row in Objects(json.Root?["TABLE_interface"]).SelectMany(t => Objects(t["ROW_interface"])))
        {
            reading.Rows++;
            var line = json.PlaceOf(row).Line;
            if (Text(row["interface"]) is not { } named)
            {
                reading.NotUnderstood(line, row.ToJsonString());
                continue;
            }
            var before = reading.Log.Problems.Count;
            var name = SwitchState.Port(reading, named, line, SourceWeight.Stamped);
            State(reading, name, row, line);
            Vlans(reading, name, row, line);
            if (reading.Log.Problems.Count == before)
                reading.Ok++;
        }
    }

    private static void State(InventoryReading reading, string name, JsonObject row, int line)
    {
        var reason = Text(row["state_rsn_desc"]);
        var word = Text(row["admin_state"]) == "down" || reason?.StartsWith("Administratively", StringComparison.Ordinal) == true ? "disabled" : Text(row["state"]) ?? "";
        SwitchState.Status(reading, name, word.ToLowerInvariant(), line);
        if (reason is not null && reason.StartsWith("suspended", StringComparison.OrdinalIgnoreCase))
            reading.Say(name, "memberState", nameof(MemberState.Suspended), line);
        reading.Say(name, "mtu", Text(row["eth_mtu"]) ?? Text(row["mtu"]) ?? Text(row["svi_mtu"]), line);
        reading.Say(name, "speed", SwitchState.Speed(Text(row["speed"])), line);
        reading.Say(name, "description", Text(row["desc"]), line);
        if (SwitchState.Described(name, null).Kind == InterfaceKind.Physical)
            reading.Say(name, "mac", Text(row["eth_bia_addr"]), line);
        if ((Text(row["portchan"]) ?? Text(row["eth_bundle"])) is { } lag and not "0")
            reading.Say(name, "bond", InterfaceNames.Expand(lag.All(char.IsAsciiDigit) ? $"Port-Channel{lag}" : lag), line);
    }

    private static void Vlans(InventoryReading reading, string name, JsonObject row, int line)
    {
        if (SwitchState.Described(name, null).Kind is not (InterfaceKind.Physical or InterfaceKind.Bond))
            return;
        var mode = Text(row["oper_mode"]) ?? Text(row["portmode"]) ?? Text(row["eth_mode"]) ?? (Text(row["vlan"]) is { } vlan && (vlan == "trunk" || vlan.All(char.IsAsciiDigit)) ? vlan == "trunk" ? "trunk" : "access" : null);
        if (mode is null || mode is not ("trunk" or "access"))
            return;
        var own = mode == "trunk" ? Id(row["native_vlan"]) : Id(row["access_vlan"]) ?? Id(row["vlan"]);
        // In the brief table a trunk shows its native VLAN where an access port shows its own.
        own ??= mode == "trunk" ? Id(row["vlan"]) : null;
        var allowed = mode == "trunk" && Text(row["trunk_vlans"]) is { } list && VlanSet.TryParse(list, out var set, out _) ? set : null;
        reading.Draft.SwitchPorts.Mode(reading, name, mode == "trunk" ? SwitchPortMode.Trunk : SwitchPortMode.Access, own, allowed, line);
    }

    private static int? Id(JsonNode? node) => int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is >= 1 and <= 4094 ? id : null;
}
