using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudNetPortal.CloudStackEmulator.Tests.Recordings;

/// <summary>Exchanges with a real management server, one a line.</summary>
internal sealed class Recording
{
    private Recording(List<JsonObject> lines)
    {
        Exchanges = [.. lines.Where(IsReplayed)];
        Ends = lines.Where(l => Command(l) == "queryAsyncJobResult" && l["json"] is JsonObject)
            .Select(l => (Job: l["params"]!["jobid"]!.ToString(), End: l["json"]!.AsObject().First().Value!.AsObject()))
            .GroupBy(j => j.Job).ToDictionary(g => g.Key, g => g.Last().End);
    }

    public IReadOnlyList<JsonObject> Exchanges { get; }

    /// <summary>The last answer about each job.</summary>
    public IReadOnlyDictionary<string, JsonObject> Ends { get; }

    public static Recording Read(string path) => new([.. File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonNode.Parse(l)!.AsObject())]);

    public static string? Command(JsonObject exchange) => exchange["params"]!["command"]?.ToString();

    /// <summary>Ids of objects that every installation has, recorded id to (command, key, name).</summary>
    public static Dictionary<string, string[]> Fixtures(string path) => JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(path))!;

    private static bool IsReplayed(JsonObject line) => Command(line) is not ("queryAsyncJobResult" or "login") && line["json"] is JsonObject && line["params"]!.AsObject().ContainsKey("apiKey");
}
