using System.Text.Json.Nodes;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Marvin;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Lldp;

/// <summary>What readers of the neighbours of switches have in common.</summary>
internal static class SwitchNeighbours
{
    /// <summary>Writes down everything found and counts it.</summary>
    public static void Say(IReadOnlyCollection<NeighbourFacts> found, InventoryReading reading)
    {
        foreach (var facts in found)
        {
            reading.Rows++;
            if (facts.Say(reading))
                reading.Ok++;
        }
        if (found.Count == 0 && !reading.Log.HasErrors)
            reading.Unused = "It holds no neighbour.";
    }

    /// <summary>The port a wire is in: in full, and for ge-0/0/0.0 of Junos without its unit.</summary>
    public static string Port(string name) => name.EndsWith(".0", StringComparison.Ordinal) ? name[..^2] : Switches.InterfaceNames.Expand(name);

    /// <summary>JSON of a switch. NX-OS writes a key twice where it means a list; nothing of that is needed here.</summary>
    public static JsonText Parse(InventoryReading reading)
    {
        var log = new ProblemLog(reading.File.Path);
        var json = JsonText.Parse(reading.File.Text, log);
        foreach (var problem in log.Problems.Where(p => p.Cause != "Key twice"))
            reading.Log.Add(problem);
        return json;
    }

    /// <summary>An object or the objects of a list: systems drop lists of one.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => [one],
        JsonArray many => many.OfType<JsonObject>(),
        _ => [],
    };

    /// <summary>Text of a member, without quotes around it; null for what is empty, a dash or “not advertised”.</summary>
    public static string? Text(JsonNode? node) => Said(MarvinNode.AsText(node));

    /// <inheritdoc cref="Text"/>
    public static string? Said(string? text) =>
        text?.Trim().Trim('"').Trim() is { Length: > 0 } said && said is not ("-" or "--" or "N/A" or "n/a" or "not advertised" or "- not advertised" or "null") ? said : null;
}
