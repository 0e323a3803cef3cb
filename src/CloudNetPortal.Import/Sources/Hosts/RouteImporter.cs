using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output of <c>ip -j route</c>: the interface of the default route carries the management address.</summary>
public sealed class RouteImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "ip-route";
    /// <inheritdoc/>
    public override string Title => "ip route (JSON)";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("\"dst\"", StringComparison.Ordinal) && file.Text.Contains("\"dev\"", StringComparison.Ordinal) && file.Text.AsSpan().TrimStart() is ['[', ..] ? 0.9
        : file.Text.Trim() is "[]" or "[ ]" or "[{}]" ? 0.1 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = JsonText.Parse(reading.File.Text, reading.Log);
        var best = long.MaxValue;
        foreach (var node in json.Root as JsonArray ?? [])
        {
            reading.Rows++;
            reading.Ok++;
            if (node is not JsonObject route || (string?)route["dst"] is not "default" || (string?)route["dev"] is not { } port)
                continue;
            var metric = long.TryParse(Marvin.MarvinNode.AsText(route["metric"]), out var number) ? number : 0;
            if (metric < best)
                reading.Draft.DefaultRoutes[reading.Device] = port;
            best = Math.Min(best, metric);
        }
        if (best == long.MaxValue)
            reading.Unused = "There is no default route in it.";
    }
}
