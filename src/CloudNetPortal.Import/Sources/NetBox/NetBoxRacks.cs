using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox racks.</summary>
public sealed class NetBoxRacks : NetBoxCsvImporter
{
    /// <inheritdoc/>
    public override string Key => "netbox-racks";
    /// <inheritdoc/>
    public override string Title => "NetBox racks (CSV)";
    /// <inheritdoc/>
    protected override string[] Needs { get; } = ["site", "name"];
    /// <inheritdoc/>
    protected override string[] Marks { get; } = ["u_height", "rack_type", "desc_units", "starting_unit", "facility_id"];
    /// <inheritdoc/>
    protected override string[] Reads { get; } = ["location", "u_height", "starting_unit"];
    /// <inheritdoc/>
    protected override string[] HasNoPlace { get; } =
    [
        "group", "facility_id", "tenant", "status", "role", "rack_type", "form_factor", "serial", "asset_tag", "width", "desc_units", "outer_width", "outer_height", "outer_depth", "outer_unit",
        "mounting_depth", "airflow", "weight", "max_weight", "weight_unit", "description", "owner", "comments", "tags",
    ];
    /// <inheritdoc/>
    protected override RecordKind? Lists => RecordKind.Rack;
    private protected override string? Identity(CsvRow row) => $"{row["site"]} / {row["location"]} / {row["name"]}";

    private protected override bool ReadRow(CsvRow row)
    {
        if (row.Needed("site") is not { } site || row.Needed("name") is not { } name)
            return false;
        row.Reading.Draft.Add(RecordKey.Datacenter(site), row.Source);
        if (row["location"] is { } room)
            row.Reading.Draft.Add(new(RecordKind.Room, site, room), row.Source);
        var key = new RecordKey(RecordKind.Rack, site, name);
        return row.Say(key, "height", row["u_height"], "u_height") & row.Say(key, "startingUnit", row["starting_unit"], "starting_unit") & row.Say(key, "room", row["location"], "location");
    }
}
