using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.NetBox;

namespace CloudNetPortal.Import.Sources.Switches.Cabling;

/// <summary>
/// Links of a SONiC test bed (<c>…_links.csv</c>): cables with speed, and the VLANs that the fan-out switch at the far end has on the port. A switch under test is set up by
/// each test and says nothing here.
/// </summary>
public sealed class SonicLinksImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "sonic-lab-links";
    /// <inheritdoc/>
    public override string Title => "SONiC lab links (CSV)";
    /// <summary>After the devices, whose names tell which end is a fan-out switch.</summary>
    public override int Order => 1;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => CsvTable.Header(file.Text) is ["startdevice", "startport", "enddevice", "endport", "bandwidth", "vlanid", "vlanmode", ..] ? 0.97 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        if (CsvTable.Parse(reading.File.Text, reading.Log, mayBeRagged: true) is not { } table)
            return;
        foreach (var (line, cells) in table.Rows)
        {
            reading.Rows++;
            var row = new CsvRow(table, line, cells, reading);
            if (row.Needed("startdevice") is not { } deviceA || row.Needed("startport") is not { } portA || row.Needed("enddevice") is not { } deviceB || row.Needed("endport") is not { } portB)
                continue;
            var ok = DocumentedCable.Say(reading, (deviceA, portA), (deviceB, portB), line);
            foreach (var (device, port) in new[] { (deviceA, portA), (deviceB, portB) })
                ok &= row.Say(RecordKey.Interface(device, port), "speed", row["bandwidth"], "bandwidth");
            // Between two fan-out switches both ends are set up so; else only the far one, and a server none.
            ok &= Vlans(row, deviceB, portB);
            if (Type(reading, deviceA) == "FanoutRoot" || Type(reading, deviceB) == "FanoutRoot")
                ok &= Vlans(row, deviceA, portA);
            reading.Ok += ok ? 1 : 0;
        }
    }

    private static bool Vlans(CsvRow row, string device, string port)
    {
        if (row["vlanmode"] is not { } mode || Type(row.Reading, device) is not ("FanoutLeaf" or "FanoutRoot"))
            return true;
        var key = RecordKey.Interface(device, port);
        if (mode.Equals("access", StringComparison.OrdinalIgnoreCase))
            return row.Say(key, "mode", nameof(SwitchPortMode.Access), "vlanmode") & row.Say(key, "untaggedVlan", row["vlanid"], "vlanid");
        if (!mode.Equals("trunk", StringComparison.OrdinalIgnoreCase))
        {
            row.Left("VLAN mode unknown", "Access or Trunk is expected; the VLANs of the port were left out.", "Correct the mode.", "vlanmode");
            return false;
        }
        // A trunk without VLANs carries those of all ports of the switch.
        return row.Say(key, "mode", row["vlanid"] is null ? nameof(SwitchPortMode.TrunkAll) : nameof(SwitchPortMode.Trunk), "vlanmode") & row.Say(key, "taggedVlans", row["vlanid"], "vlanid");
    }

    private static string? Type(InventoryReading reading, string device) => reading.Mapping.TypesMet.GetValueOrDefault(device);
}
