using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.NetBox;

namespace CloudNetPortal.Import.Sources.Switches.Cabling;

/// <summary>Fabric documentation of Arista AVD: the topology or the point-to-point links, as CSV or as the table of the Markdown page. Every cable stands there from both sides.</summary>
public sealed class AvdFabricImporter : InventoryImporter
{
    private static readonly string[] Needs = ["node", "node_interface", "peer_node", "peer_interface"];

    /// <inheritdoc/>
    public override string Key => "avd-fabric";
    /// <inheritdoc/>
    public override string Title => "Arista AVD fabric topology";

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => CsvTable.Header(file.Text) is { } columns && Needs.All(columns.Contains) ? 0.97
        : file.Text.Contains("| Type | Node | Node Interface | Peer Type | Peer Node | Peer Interface |", StringComparison.Ordinal) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var isPage = reading.File.Text.Contains("\n## ", StringComparison.Ordinal);
        if (CsvTable.Parse(isPage ? Table(reading.File.Text) : reading.File.Text, reading.Log, mayBeRagged: true) is not { } table)
            return;
        foreach (var (line, cells) in table.Rows)
        {
            reading.Rows++;
            var row = new CsvRow(table, line, cells, reading);
            if (row.Needed("node") is not { } a || row.Needed("node_interface") is not { } portA || row.Needed("peer_node") is not { } b || row.Needed("peer_interface") is not { } portB)
                continue;
            var ok = DocumentedCable.Say(reading, (a, portA), (b, portB), line) & Role(row, a, row["node_type"] ?? row["type"]) & Role(row, b, row["peer_type"])
                & Address(row, a, portA, "leaf_ip_address") & Address(row, b, portB, "peer_ip_address");
            reading.Ok += ok ? 1 : 0;
        }
    }

    // mlag_peer is a word for a relation; the device has its own type in another row.
    private static bool Role(CsvRow row, string device, string? type) =>
        type is null or "mlag_peer" || row.Say(RecordKey.Device(device), "role", row.Reading.Mapping.Role(type), "type");

    private static bool Address(CsvRow row, string device, string port, string column) => row[column] is null || row.Say(RecordKey.Interface(device, port), "addresses", row[column], column);

    // The rows of the first such table, the other lines empty, so that line numbers stay those of the page.
    private static string Table(string text)
    {
        var lines = text.Split('\n');
        var at = Array.FindIndex(lines, l => l.StartsWith("| Type | Node | Node Interface |", StringComparison.Ordinal));
        var rows = lines.Skip(at + 2).TakeWhile(l => l.StartsWith('|')).ToList();
        return string.Join('\n', new[] { Bare(lines[at]) }.Concat(Enumerable.Repeat("", at)).Append("").Concat(rows.Select(Bare)));
    }

    private static string Bare(string row) => string.Join('|', row.Trim().Trim('|').Split('|').Select(c => c.Trim()));
}
