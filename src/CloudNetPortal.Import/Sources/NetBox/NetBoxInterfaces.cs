using System.Globalization;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox interfaces: NICs, ports, LAGs, bridges and sub-interfaces with their VLAN modes.</summary>
public sealed class NetBoxInterfaces : NetBoxCsvImporter
{
    /// <inheritdoc/>
    public override string Key => "netbox-interfaces";
    /// <inheritdoc/>
    public override string Title => "NetBox interfaces (CSV)";
    /// <inheritdoc/>
    protected override string[] Needs { get; } = ["device", "name", "type"];
    /// <inheritdoc/>
    protected override string[] Reads { get; } =
        ["label", "parent", "bridge", "lag", "speed", "enabled", "mtu", "mgmt_only", "description", "mode", "untagged_vlan", "tagged_vlans", "mac_address"];
    /// <inheritdoc/>
    protected override string[] HasNoPlace { get; } =
    [
        "duplex", "mark_connected", "wwn", "vdcs", "poe_mode", "poe_type", "vlan_group", "qinq_svlan", "vrf", "rf_role", "rf_channel", "rf_channel_frequency", "rf_channel_width", "tx_power", "owner", "tags",
    ];
    private protected override string? Identity(CsvRow row) => $"{row["device"]} / {row["name"]}";

    private protected override bool ReadRow(CsvRow row)
    {
        if (row.Needed("device") is not { } device || row.Needed("name") is not { } name || row.Needed("type") is not { } type)
            return false;
        var key = RecordKey.Interface(device, name);
        var kind = NetBoxWords.Kind(type, row["parent"] is not null);
        var ok = row.Say(key, "kind", kind, "type") & row.Say(key, "alias", row["label"], "label") & row.Say(key, "parent", row["parent"]) & row.Say(key, "bridge", row["bridge"])
            & row.Say(key, "bond", row["lag"], "lag") & row.Say(key, "enabled", row["enabled"]) & row.Say(key, "mtu", row["mtu"]) & row.Say(key, "managementOnly", row["mgmt_only"], "mgmt_only")
            & row.Say(key, "description", row["description"]) & row.Say(key, "mode", NetBoxWords.Mode(row["mode"])) & row.Say(key, "untaggedVlan", row["untagged_vlan"], "untagged_vlan")
            & row.Say(key, "taggedVlans", row["tagged_vlans"]?.Replace(';', ','), "tagged_vlans") & row.Say(key, "mac", row["mac_address"], "mac_address");
        if (kind == nameof(InterfaceKind.Physical))
            ok &= row.Say(key, "connector", type, "type");
        if (kind == nameof(InterfaceKind.Vlan) && name.LastIndexOf('.') is var dot and > 0 && int.TryParse(name.AsSpan(dot + 1), out var vlan) && vlan is >= 1 and <= 4094)
            ok &= row.Say(key, "vlan", vlan.ToString(CultureInfo.InvariantCulture), "name");
        // NetBox notes speeds in kbit/s.
        if (row["speed"] is { } speed)
            ok &= row.Say(key, "speed", long.TryParse(speed, out var kilobits) ? (kilobits / 1000).ToString(CultureInfo.InvariantCulture) : speed);
        return ok;
    }
}
