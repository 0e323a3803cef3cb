using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox device types as a table: heights and part numbers, without ports.</summary>
public sealed class NetBoxDeviceTypes : NetBoxCsvImporter
{
    /// <inheritdoc/>
    public override string Key => "netbox-device-types";
    /// <inheritdoc/>
    public override string Title => "NetBox device types (CSV)";
    /// <inheritdoc/>
    protected override string[] Needs { get; } = ["manufacturer", "model"];
    /// <inheritdoc/>
    protected override string[] Reads { get; } = ["slug", "part_number", "u_height", "is_full_depth"];
    /// <inheritdoc/>
    protected override string[] HasNoPlace { get; } =
        ["default_platform", "exclude_from_utilization", "subdevice_role", "airflow", "description", "weight", "weight_unit", "owner", "comments", "tags", "profile", "attribute_data"];
    private protected override string? Identity(CsvRow row) => $"{row["manufacturer"]} / {row["model"]}";

    private protected override bool ReadRow(CsvRow row)
    {
        if (row.Needed("manufacturer") is not { } maker || row.Needed("model") is not { } model)
            return false;
        var key = new RecordKey(RecordKind.DeviceType, maker, model);
        return row.Say(key, "slug", row["slug"] ?? NetBoxWords.Slug($"{maker}-{model}")) & row.Say(key, "partNumber", row["part_number"], "part_number")
            & row.Say(key, "height", row["u_height"], "u_height") & row.Say(key, "fullDepth", row["is_full_depth"], "is_full_depth");
    }
}
