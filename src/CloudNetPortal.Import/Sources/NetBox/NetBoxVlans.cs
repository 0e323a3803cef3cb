
namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox VLANs: checked, but the catalogue keeps VLAN ids with ports and subnets only.</summary>
public sealed class NetBoxVlans : NetBoxCsvImporter
{
    /// <inheritdoc/>
    public override string Key => "netbox-vlans";
    /// <inheritdoc/>
    public override string Title => "NetBox VLANs (CSV)";
    /// <inheritdoc/>
    protected override string[] Needs { get; } = ["vid", "name"];
    /// <inheritdoc/>
    protected override string[] Reads { get; } = ["site", "group"];
    /// <inheritdoc/>
    protected override string[] HasNoPlace { get; } = ["tenant", "status", "role", "description", "qinq_role", "qinq_svlan", "owner", "comments", "tags"];
    private protected override string? Identity(CsvRow row) => $"{row["site"]} / {row["group"]} / {row["vid"]}";

    private protected override bool ReadRow(CsvRow row)
    {
        row.Reading.Unused = "The catalogue keeps VLANs with the ports and subnets that use them; names of VLANs are not kept.";
        if (row.Needed("vid") is not { } vid)
            return false;
        if (int.TryParse(vid, out var id) && id is >= 1 and <= 4094)
            return true;
        row.Reading.Log.Error("VLAN not readable", "A VLAN id from 1 to 4094 is expected.", "Correct the value in the file.", row.Line, null, "vid", vid);
        return false;
    }
}
