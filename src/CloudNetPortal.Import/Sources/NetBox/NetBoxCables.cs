using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox cables with side_a_… and side_b_… columns. Cables of power and consoles are left out and said so.</summary>
public sealed class NetBoxCables : NetBoxCsvImporter
{
    /// <inheritdoc/>
    public override string Key => "netbox-cables";
    /// <inheritdoc/>
    public override string Title => "NetBox cables (CSV)";
    /// <inheritdoc/>
    protected override string[] Needs { get; } = ["side_a_device", "side_a_name", "side_b_device", "side_b_name"];
    /// <inheritdoc/>
    protected override string[] Reads { get; } = ["side_a_type", "side_b_type", "type", "status", "label", "color", "length", "length_unit"];
    /// <inheritdoc/>
    protected override string[] HasNoPlace { get; } =
        ["side_a_site", "side_a_power_panel", "side_b_site", "side_b_power_panel", "profile", "tenant", "bundle", "description", "owner", "comments", "tags"];
    /// <inheritdoc/>
    protected override RecordKind? Lists => RecordKind.Cable;

    // A breakout is several rows with the same port on one side: only both ends together may not repeat.
    private protected override string? Identity(CsvRow row) => row["side_a_device"] is null || row["side_b_device"] is null ? null
        : RecordKey.Cable([RecordKey.PortName(row["side_a_device"]!, row["side_a_name"] ?? "")], [RecordKey.PortName(row["side_b_device"]!, row["side_b_name"] ?? "")]).Name;

    private protected override bool ReadRow(CsvRow row)
    {
        if (Kind(row, "side_a") is not { } kindA || Kind(row, "side_b") is not { } kindB
            || row.Needed("side_a_device") is not { } deviceA || row.Needed("side_a_name") is not { } nameA || row.Needed("side_b_device") is not { } deviceB || row.Needed("side_b_name") is not { } nameB)
            return false;
        var draft = row.Reading.Draft;
        var endA = RecordKey.PortName(deviceA, nameA);
        var endB = RecordKey.PortName(deviceB, nameB);
        if (string.Equals(endA, endB, StringComparison.OrdinalIgnoreCase))
        {
            row.Left("Cable onto itself", "Both ends are the same port; the row was left out.", "Correct one end.", "side_b_name");
            return false;
        }
        foreach (var end in new[] { endA, endB })
            if (!draft.CabledPorts.TryAdd(end, row.Line))
            {
                row.Left("Port cabled twice", $"{end} already has a cable in line {draft.CabledPorts[end]}; a port holds one plug, the row was left out.", "Correct one of the rows.", end == endA ? "side_a_name" : "side_b_name");
                return false;
            }
        draft.CableEnds.Add(new CableEndName(deviceA, nameA, kindA, row.Source));
        draft.CableEnds.Add(new CableEndName(deviceB, nameB, kindB, row.Source));
        var key = RecordKey.Cable([endA], [endB]);
        var length = row["length"] is { } text ? NetBoxWords.Metres(text, row["length_unit"]) ?? text : null;
        return row.Say(key, "ends", key.Name) & row.Say(key, "label", row["label"]) & row.Say(key, "type", row["type"]) & row.Say(key, "status", NetBoxWords.Status(row["status"]))
            & row.Say(key, "color", row["color"]) & row.Say(key, "length", length);
    }

    private static InterfaceKind? Kind(CsvRow row, string side)
    {
        switch (row[$"{side}_type"]?.ToLowerInvariant())
        {
            case null or "dcim.interface" or "interface":
                return InterfaceKind.Physical;
            case "dcim.frontport" or "front-port":
                return InterfaceKind.FrontPort;
            case "dcim.rearport" or "rear-port":
                return InterfaceKind.RearPort;
            default:
                row.Left("Not a network port", "Only cables between network ports are catalogued; the row was left out.", "Nothing to do for power, console and circuit ends.", $"{side}_type");
                return null;
        }
    }
}
