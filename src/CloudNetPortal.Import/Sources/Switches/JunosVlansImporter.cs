using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using static CloudNetPortal.Import.Sources.Lldp.SwitchNeighbours;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>Output of <c>show vlans [detail] | display json</c> of Junos: the VLANs with their ports, tagged or not.</summary>
public sealed class JunosVlansImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "junos-vlans";
    /// <inheritdoc/>
    public override string Title => "show vlans of Junos (JSON)";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("l2ng-l2ald-vlan-instance-information", StringComparison.Ordinal) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = Parse(reading);
        var existing = new List<int>();
        foreach (var group in Objects(json.Root?["l2ng-l2ald-vlan-instance-information"]).SelectMany(i => Objects(i["l2ng-l2ald-vlan-instance-group"])))
        {
            reading.Rows++;
            var line = json.PlaceOf(group).Line;
            // A VLAN without an id (VXLAN alone) is on no wire.
            if (!int.TryParse(Data(group, "l2ng-l2rtb-vlan-tag"), NumberStyles.None, CultureInfo.InvariantCulture, out var vlan))
            {
                if (Data(group, "l2ng-l2rtb-vlan-tag") is { } tag && !tag.Equals("none", StringComparison.OrdinalIgnoreCase) && !tag.Equals("NA", StringComparison.OrdinalIgnoreCase))
                    reading.NotUnderstood(line, tag);
                else
                    reading.Ok++;
                continue;
            }
            existing.Add(vlan);
            foreach (var member in Objects(group["l2ng-l2rtb-vlan-member"]))
            {
                // xe-0/0/2.0* is the first unit of a port that is up.
                var unit = Data(member, "l2ng-l2rtb-vlan-member-interface")?.TrimEnd('*');
                if (unit is null || unit.StartsWith("vtep", StringComparison.Ordinal) || unit.StartsWith("esi", StringComparison.Ordinal))
                    continue;
                var port = SwitchState.Port(reading, unit.Split('.')[0], json.PlaceOf(member).Line);
                reading.Draft.SwitchPorts.Member(reading, port, vlan, Data(member, "l2ng-l2rtb-vlan-member-tagness") switch { "tagged" => true, "untagged" => false, _ => null }, json.PlaceOf(member).Line);
                if (Data(member, "l2ng-l2rtb-vlan-member-interface-mode") is { } mode)
                    reading.Draft.SwitchPorts.Mode(reading, port, mode == "trunk" ? Domain.Catalogue.Ports.SwitchPortMode.Trunk : Domain.Catalogue.Ports.SwitchPortMode.Access, null, null, line);
            }
            reading.Ok++;
        }
        SwitchState.Vlans(reading, existing);
    }

    private static string? Data(JsonObject at, string name) => Text(Objects(at[name]).FirstOrDefault()?["data"]);
}
