using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox sites: datacenters.</summary>
public sealed class NetBoxSites : NetBoxCsvImporter
{
    /// <inheritdoc/>
    public override string Key => "netbox-sites";
    /// <inheritdoc/>
    public override string Title => "NetBox sites (CSV)";
    /// <inheritdoc/>
    protected override string[] Needs { get; } = ["name"];
    /// <inheritdoc/>
    protected override string[] Marks { get; } = ["facility", "region", "time_zone", "physical_address", "latitude"];
    /// <inheritdoc/>
    protected override string[] Reads { get; } = ["slug", "time_zone"];
    /// <inheritdoc/>
    protected override string[] HasNoPlace { get; } =
        ["status", "region", "group", "tenant", "facility", "description", "physical_address", "shipping_address", "latitude", "longitude", "owner", "comments", "tags"];
    /// <inheritdoc/>
    protected override RecordKind? Lists => RecordKind.Datacenter;
    private protected override string? Identity(CsvRow row) => row["name"];

    private protected override bool ReadRow(CsvRow row)
    {
        if (row.Needed("name") is not { } name)
            return false;
        var key = RecordKey.Datacenter(name);
        return row.Say(key, "slug", row["slug"] ?? NetBoxWords.Slug(name)) & row.Say(key, "timeZone", row["time_zone"], "time_zone");
    }
}
