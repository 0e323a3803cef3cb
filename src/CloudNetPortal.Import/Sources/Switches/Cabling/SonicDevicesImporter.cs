using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.NetBox;

namespace CloudNetPortal.Import.Sources.Switches.Cabling;

/// <summary>Devices of a SONiC test bed (<c>…_devices.csv</c>): name, type, management address, system.</summary>
public sealed class SonicDevicesImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "sonic-lab-devices";
    /// <inheritdoc/>
    public override string Title => "SONiC lab devices (CSV)";

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => CsvTable.Header(file.Text) is ["hostname", "managementip", "hwsku", "type", ..] ? 0.97 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        if (CsvTable.Parse(reading.File.Text, reading.Log, mayBeRagged: true) is not { } table)
            return;
        foreach (var (line, cells) in table.Rows)
        {
            reading.Rows++;
            var row = new CsvRow(table, line, cells, reading);
            if (row.Needed("hostname") is not { } name)
                continue;
            var key = RecordKey.Device(name);
            if (row["type"] is { } met)
                reading.Mapping.TypesMet[name] = met;
            var ok = row.Say(key, "role", row["type"] is { } type ? reading.Mapping.Role(Word(type)) : null, "type") & row.Say(key, "platform", row["os"] is { } os ? os : null, "os");
            // A test bed names addresses of management without saying the port; the port is called mgmt here.
            if (row["managementip"] is { } address)
            {
                var port = RecordKey.Interface(name, "mgmt");
                ok &= row.Say(port, "addresses", address, "managementip") & row.Say(port, "managementOnly", "true");
            }
            reading.Ok += ok ? 1 : 0;
        }
    }

    // The types of the test bed in words the mapping knows.
    private static string Word(string type) => type switch
    {
        "DevSonic" or "FanoutLeaf" or "FanoutRoot" or "MgmtTsToRRouter" => "switch " + type, "Server" => "server", "Pdu" => "pdu", "ConsoleServer" => "console", _ => type,
    };
}
