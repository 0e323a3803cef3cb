using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output of <c>bridge -j link</c>: which port belongs to which bridge.</summary>
public sealed class BridgeLinkImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "bridge-link";
    /// <inheritdoc/>
    public override string Title => "bridge link (JSON)";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;
    /// <inheritdoc/>
    public override int Order => 2;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.AsSpan().TrimStart() is ['[', ..] && file.Text.Contains("\"master\"", StringComparison.Ordinal)
        && file.Text.Contains("\"priority\"", StringComparison.Ordinal) && file.Text.Contains("\"cost\"", StringComparison.Ordinal) && !file.Text.Contains("\"link_type\"", StringComparison.Ordinal) ? 0.9 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = JsonText.Parse(reading.File.Text, reading.Log);
        foreach (var node in json.Root as JsonArray ?? [])
        {
            reading.Rows++;
            var line = json.PlaceOf(node).Line;
            if (node is not JsonObject port || (string?)port["ifname"] is not { } name || (string?)port["master"] is not { } bridge)
            {
                reading.NotUnderstood(line, node?.ToJsonString() ?? "null");
                continue;
            }
            var source = reading.Source(line);
            reading.Draft.Say(RecordKey.Interface(reading.Device, bridge), "kind", nameof(InterfaceKind.Bridge), source with { Weight = SourceWeight.Stamped }, reading.Log);
            if (reading.Say(name, "bridge", bridge, line))
                reading.Ok++;
        }
    }
}
