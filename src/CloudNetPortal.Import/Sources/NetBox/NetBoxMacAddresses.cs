using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox MAC addresses (since 4.2 a table of their own).</summary>
public sealed class NetBoxMacAddresses : NetBoxCsvImporter
{
    /// <inheritdoc/>
    public override string Key => "netbox-mac-addresses";
    /// <inheritdoc/>
    public override string Title => "NetBox MAC addresses (CSV)";
    /// <summary>Interfaces are read first: a table of MAC addresses only adds to them.</summary>
    public override int Order => 1;
    /// <inheritdoc/>
    protected override string[] Needs { get; } = ["mac_address", "interface"];
    /// <inheritdoc/>
    protected override string[] Reads { get; } = ["device", "is_primary"];
    /// <inheritdoc/>
    protected override string[] HasNoPlace { get; } = ["virtual_machine", "description", "owner", "comments", "tags"];
    private protected override string? Identity(CsvRow row) => $"{row["device"]} / {row["interface"]} / {row["mac_address"]}";

    private protected override bool ReadRow(CsvRow row)
    {
        if (row.Needed("mac_address") is not { } mac || row.Needed("interface") is not { } port)
            return false;
        if (row["device"] is not { } device)
        {
            row.Left("No device", "Only interfaces of devices are catalogued; the row was left out.", "Nothing to do for virtual machines.", "virtual_machine");
            return false;
        }
        if (row["is_primary"]?.ToLowerInvariant() is "false")
        {
            row.Left("Second MAC address", "An interface has one MAC address in the catalogue; this one is not the primary and was left out.", "Nothing to do.", "mac_address");
            return false;
        }
        return row.Say(RecordKey.Interface(device, port), "mac", mac, "mac_address");
    }
}
