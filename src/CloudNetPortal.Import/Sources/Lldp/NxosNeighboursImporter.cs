using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.Switches;
using static CloudNetPortal.Import.Sources.Lldp.SwitchNeighbours;

namespace CloudNetPortal.Import.Sources.Lldp;

/// <summary>Output of <c>show lldp neighbors [detail] | json</c> and <c>show cdp neighbors [detail] | json</c> of Cisco NX-OS.</summary>
public sealed class NxosNeighboursImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "nxos-neighbours";
    /// <inheritdoc/>
    public override string Title => "show lldp or cdp neighbors of NX-OS (JSON)";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("\"TABLE_nbor", StringComparison.Ordinal) || file.Text.Contains("\"TABLE_cdp_neighbor", StringComparison.Ordinal) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = Parse(reading);
        var found = new List<NeighbourFacts>();
        foreach (var (name, table) in json.Root as JsonObject ?? [])
            foreach (var row in Objects(table).SelectMany(t => t).Where(r => r.Key.StartsWith("ROW_", StringComparison.Ordinal)).SelectMany(r => Objects(r.Value)))
            {
                var line = json.PlaceOf(row).Line;
                var facts = name.StartsWith("TABLE_cdp", StringComparison.Ordinal) ? Cdp(row, line) : name.StartsWith("TABLE_nbor", StringComparison.Ordinal) ? Lldp(row, line) : null;
                if (facts is not null)
                    found.Add(facts);
                else
                    reading.NotUnderstood(line, row.ToJsonString());
            }
        SwitchNeighbours.Say(found, reading);
    }

    private static NeighbourFacts? Lldp(JsonObject row, int line)
    {
        if (Text(row["l_port_id"]) is not { } port)
            return null;
        // Without details the system name stands where the chassis should.
        var chassis = Text(row["chassis_id"]);
        var isName = chassis is not null && Inventory.Fields.Canonical.Mac(chassis).Item1 is null;
        var facts = new NeighbourFacts(InterfaceNames.Expand(port), line)
        {
            Chassis = isName ? null : chassis, System = Text(row["sys_name"]) ?? (isName ? chassis : null), PortId = Text(row["port_id"]), PortDescription = Text(row["port_desc"]),
            IsAggregated = Text(row["lag_status"])?.Contains("enabled", StringComparison.OrdinalIgnoreCase) == true,
        };
        if (Text(row["mgmt_addr"]) is { } address)
            facts.Management.Add(address);
        if (Text(row["vlan_id"]) is { } vlan and not "0")
            facts.Vlans.Add(vlan);
        return facts;
    }

    // CDP names a device with its serial number: leaf01(9KDNPSWD9PJ).
    private static NeighbourFacts? Cdp(JsonObject row, int line)
    {
        if (Text(row["intf_id"]) is not { } port || Text(row["device_id"]) is not { } device)
            return null;
        var facts = new NeighbourFacts(InterfaceNames.Expand(port), line) { System = Text(row["sysname"]) ?? device.Split('(')[0], PortId = Text(row["port_id"]) };
        if (Text(row["v4mgmtaddr"]) is { } address)
            facts.Management.Add(address);
        return facts;
    }
}
