using CloudNetPortal.Import.Inventory.Fields;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox lists of words: manufacturers, device roles, platforms. The records that use them bring the words themselves; roles show what they will mean here.</summary>
public sealed class NetBoxNames : NetBoxCsvImporter
{
    /// <inheritdoc/>
    public override string Key => "netbox-names";
    /// <inheritdoc/>
    public override string Title => "NetBox manufacturers, roles or platforms (CSV)";
    /// <inheritdoc/>
    protected override string[] Needs { get; } = ["name", "slug"];
    /// <inheritdoc/>
    protected override string[] Reads { get; } = ["vm_role"];
    /// <inheritdoc/>
    protected override string[] HasNoPlace { get; } = ["color", "description", "parent", "config_template", "manufacturer", "owner", "comments", "tags"];
    private protected override string? Identity(CsvRow row) => row["slug"];

    /// <inheritdoc/>
    public override double Certainty(Reading.ImportFile file) => base.Certainty(file) - 0.3;

    private protected override bool ReadRow(CsvRow row)
    {
        row.Reading.Unused = "The devices and models that use these words bring them along.";
        if (row.Needed("name") is not { } name)
            return false;
        if (row["vm_role"] is not null)
            row.Reading.Mapping.Role(name);
        return Canonical.Text(100)(name).Item2 is null;
    }
}
