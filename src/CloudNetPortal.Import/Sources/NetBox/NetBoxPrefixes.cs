using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Inventory.Fields;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox prefixes: documented subnets with their VLAN.</summary>
public sealed class NetBoxPrefixes : NetBoxCsvImporter
{
    /// <inheritdoc/>
    public override string Key => "netbox-prefixes";
    /// <inheritdoc/>
    public override string Title => "NetBox prefixes (CSV)";
    /// <inheritdoc/>
    protected override string[] Needs { get; } = ["prefix"];
    /// <inheritdoc/>
    protected override string[] Reads { get; } = ["vrf", "vlan", "description", "gateway"];
    /// <inheritdoc/>
    protected override string[] HasNoPlace { get; } =
        ["tenant", "vlan_group", "vlan_site", "status", "role", "is_pool", "mark_utilized", "scope_type", "scope_name", "scope_id", "site", "owner", "comments", "tags"];
    /// <inheritdoc/>
    protected override RecordKind? Lists => RecordKind.Prefix;
    private protected override string? Identity(CsvRow row) => $"{row["vrf"]} / {row["prefix"]}";

    private protected override bool ReadRow(CsvRow row)
    {
        if (row.Needed("prefix") is not { } prefix)
            return false;
        var (network, problem) = Canonical.Network(prefix);
        if (problem is not null)
        {
            row.Reading.Log.Error("Subnet not readable", problem, "Correct the value in the file.", row.Line, null, "prefix", prefix);
            return false;
        }
        var key = new RecordKey(RecordKind.Prefix, row["vrf"] ?? "", network!);
        return row.Say(key, "vlan", row["vlan"]) & row.Say(key, "description", row["description"]) & row.Say(key, "gateway", row["gateway"]);
    }
}
