using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Inventory.Fields;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox IP addresses that are on an interface of a device; others have no place in the catalogue.</summary>
public sealed class NetBoxIpAddresses : NetBoxCsvImporter
{
    /// <inheritdoc/>
    public override string Key => "netbox-ip-addresses";
    /// <inheritdoc/>
    public override string Title => "NetBox IP addresses (CSV)";
    /// <inheritdoc/>
    public override int Order => 1;
    /// <inheritdoc/>
    protected override string[] Needs { get; } = ["address"];
    /// <inheritdoc/>
    protected override string[] Marks { get; } = ["interface", "dns_name", "is_primary", "status"];
    /// <inheritdoc/>
    protected override string[] Reads { get; } = ["device", "interface", "is_primary", "status"];
    /// <inheritdoc/>
    protected override string[] HasNoPlace { get; } = ["vrf", "tenant", "role", "virtual_machine", "fhrp_group", "is_oob", "dns_name", "description", "owner", "comments", "tags"];
    private protected override string? Identity(CsvRow row) => null;

    private protected override bool ReadRow(CsvRow row)
    {
        if (row.Needed("address") is not { } address)
            return false;
        var (canonical, problem) = Canonical.Addresses(address);
        if (problem is not null)
        {
            row.Reading.Log.Error("Address not readable", problem, "Correct the value in the file.", row.Line, null, "address", address);
            return false;
        }
        if (row["device"] is not { } device || row["interface"] is not { } port)
        {
            row.Reading.Log.Note("Address without an interface", "Addresses are catalogued on interfaces of devices; the row was left out.", "Nothing to do.", row.Line, null, "interface", address);
            return false;
        }
        var key = RecordKey.Interface(device, port);
        var known = row.Reading.Draft.Find(key)?.Values.GetValueOrDefault("addresses");
        var ok = known is { Source.Weight: SourceWeight.Documented, Text: { } before } && before.Split(',').Contains(canonical) is false
            ? Replace(row, key, $"{before},{canonical}")
            : row.Say(key, "addresses", canonical, "address");
        if (row["is_primary"]?.ToLowerInvariant() is "true" && !address.Contains(':') && row.Reading.Draft.Find(RecordKey.Device(device))?["role"] == Domain.Catalogue.Devices.DeviceRoles.Hypervisor)
            ok &= row.Say(RecordKey.Device(device), "managementAddress", address, "address");
        return ok;
    }

    // Several rows give one interface several addresses.
    private static bool Replace(CsvRow row, RecordKey key, string all)
    {
        row.Reading.Draft.Find(key)!.Values["addresses"] = new DraftValue(Canonical.Addresses(all).Item1, row.Source);
        return true;
    }
}
