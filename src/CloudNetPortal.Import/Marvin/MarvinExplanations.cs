using System.Text.Json.Nodes;
using CloudNetPortal.Import.Zones;

namespace CloudNetPortal.Import.Marvin;

/// <summary>Says why a place of a Marvin file is not part of the design.</summary>
internal static class MarvinExplanations
{
    private static readonly (string End, string Text)[] Known =
    [
        ("/broadcastdomainrange", "Marvin itself never reads it."),
        ("/mgtSvr", "How Marvin reaches the management server: enter it as a cloud."),
        ("/dbSvr", "How Marvin reaches the database; the portal needs none."),
        ("/logger", "Where Marvin writes its logs."),
        ("/TestData", "Data of Marvin's tests."),
        ("/ApiLoadCfg", "Where Marvin reads its API classes."),
        ("/version", "Version mark of the tool that wrote the file."),
        ("/niciraNvp", "Controllers of an NVP installation, read by the tool that wrote the file, not by Marvin."),
        ("/baremetalrcturl", "Bare-metal rack configuration (addBaremetalRct); do it by hand after the push."),
        ("/tungstenprovider", "Tungsten Fabric provider (createTungstenFabricProvider); do it by hand after the push."),
        ("/s3", "addS3 is a removed command; use a secondary storage of provider S3."),
        ("/globalConfig", "Settings of the whole cloud; there is no zone in the file to keep them with."),
        ("/ipranges", "With security groups only the last range becomes the shared network."),
    ];

    public static (LeftoverKind Kind, string Explanation) Of(string pointer, JsonNode? design, JsonNode? file, bool fileHasIt)
    {
        if (!fileHasIt)
            return (LeftoverKind.Unsaid, $"The file does not say it; the design takes {design?.ToJsonString() ?? "nothing"}.");
        if (Same(design, file))
            return (LeftoverKind.WrittenDifferently, file is null or JsonArray { Count: 0 } || MarvinNode.AsText(file) is "" ? "Empty in the file." : "Same meaning, written in another way.");
        if (pointer.StartsWith("/globalConfig/", StringComparison.Ordinal) && design is null)
            return (LeftoverKind.NotInDesign, "A secret setting: kept apart from the design.");
        foreach (var (end, text) in Known)
            if (pointer.EndsWith(end, StringComparison.Ordinal))
                return (LeftoverKind.NotInDesign, text);
        return (LeftoverKind.NotInDesign, pointer.EndsWith("/url", StringComparison.Ordinal) ? "The URL with its password; the design holds it without." : "Not known to Marvin and not part of a design.");
    }

    // “true”, True and true; 3306 and "3306"; nothing, null, "" and an empty list; false and nothing.
    private static bool Same(JsonNode? design, JsonNode? file) =>
        file is null or JsonArray { Count: 0 } or JsonObject { Count: 0 } ? design is null
        : MarvinNode.AsText(file) is { } text && (design is null
            ? text.Length == 0 || text.Equals("false", StringComparison.OrdinalIgnoreCase) || text is "True"
            : MarvinNode.AsText(design) is { } said && (said.Equals(text, StringComparison.OrdinalIgnoreCase) || Bare(said) == Bare(text)));

    private static string Bare(string text) => text.Replace(" ", "");
}
