using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Inventory.Fields;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox devices. Sites, racks and device types that the table names are made where no other file describes them.</summary>
public sealed class NetBoxDevices : NetBoxCsvImporter
{
    /// <inheritdoc/>
    public override string Key => "netbox-devices";
    /// <inheritdoc/>
    public override string Title => "NetBox devices (CSV)";
    /// <inheritdoc/>
    protected override string[] Needs { get; } = ["name", "role"];
    /// <inheritdoc/>
    protected override string[] Marks { get; } = ["device_type", "manufacturer", "rack", "platform", "position", "site"];
    /// <inheritdoc/>
    protected override string[] Reads { get; } = ["manufacturer", "device_type", "platform", "serial", "status", "site", "rack", "location", "position", "face", "description", "comments"];
    /// <inheritdoc/>
    protected override string[] HasNoPlace { get; } =
    [
        "tenant", "asset_tag", "latitude", "longitude", "parent", "device_bay", "airflow", "virtual_chassis", "vc_position", "vc_priority", "cluster", "config_template", "owner", "tags",
    ];
    /// <inheritdoc/>
    protected override RecordKind? Lists => RecordKind.Device;
    private protected override string? Identity(CsvRow row) => row["name"];

    private protected override bool ReadRow(CsvRow row)
    {
        if (row.Needed("name") is not { } name)
            return false;
        var draft = row.Reading.Draft;
        var key = RecordKey.Device(name);
        var ok = row.Say(key, "role", row["role"] is { } role ? row.Reading.Mapping.Role(role) : null);
        if (row["site"] is { } site)
        {
            draft.Add(RecordKey.Datacenter(site), row.Source);
            ok &= row.Say(key, "datacenter", site, "site");
            if (row["rack"] is { } rack)
            {
                draft.Add(new(RecordKind.Rack, site, rack), row.Source);
                ok &= row.Say(key, "rack", rack);
            }
        }
        else if (row["rack"] is not null)
            row.Left("Rack without a site", "A rack is found by its site and name; the device was taken without its rack.", "Fill in site.", "rack");
        if (row["device_type"] is { } model)
        {
            var maker = row["manufacturer"] ?? "";
            if (maker.Length == 0 && draft.Of(RecordKind.DeviceType).FirstOrDefault(t => string.Equals(t.Key.Name, model, StringComparison.OrdinalIgnoreCase) || t["slug"] == model) is { } known)
                (maker, model) = (known.Key.Owner, known.Key.Name);
            var type = new RecordKey(RecordKind.DeviceType, maker.Length == 0 ? "Unknown" : maker, model);
            draft.Add(type, row.Source);
            ok &= row.Say(key, "deviceType", DeviceFields.TypeName(type.Owner, type.Name), "device_type");
        }
        ok &= row.Say(key, "status", NetBoxWords.Status(row["status"])) & row.Say(key, "platform", row["platform"]) & row.Say(key, "serial", row["serial"]);
        // Position 0 and “” mean the same in exports: not mounted at a unit.
        ok &= row.Say(key, "position", row["position"] is "0" or "0.0" ? null : row["position"]) & row.Say(key, "face", row["face"]);
        return ok & row.Say(key, "comments", row["comments"] ?? row["description"]);
    }
}
