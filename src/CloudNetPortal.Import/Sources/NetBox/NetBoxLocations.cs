using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox locations: rooms.</summary>
public sealed class NetBoxLocations : NetBoxCsvImporter
{
    /// <inheritdoc/>
    public override string Key => "netbox-locations";
    /// <inheritdoc/>
    public override string Title => "NetBox locations (CSV)";
    /// <inheritdoc/>
    protected override string[] Needs { get; } = ["site", "name", "slug"];
    /// <inheritdoc/>
    protected override string[] Reads { get; } = [];
    /// <inheritdoc/>
    protected override string[] HasNoPlace { get; } = ["parent", "status", "tenant", "facility", "description", "owner", "comments", "tags"];
    /// <inheritdoc/>
    protected override RecordKind? Lists => RecordKind.Room;
    private protected override string? Identity(CsvRow row) => $"{row["site"]} / {row["name"]}";

    private protected override bool ReadRow(CsvRow row)
    {
        if (row.Needed("name") is not { } name || row.Needed("site") is not { } site)
            return false;
        row.Say(RecordKey.Datacenter(site), "slug", null);
        row.Reading.Draft.Add(new(RecordKind.Room, site, name), row.Source);
        return true;
    }
}
