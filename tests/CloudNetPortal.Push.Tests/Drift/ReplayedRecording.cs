using System.Text.Json;
using System.Text.RegularExpressions;
using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.Push.Tests.Drift;

/// <summary>Makes on a practice cloud what a recording made on a real CloudStack: the same calls, with the practice cloud's ids.</summary>
internal sealed partial class ReplayedRecording(CloudStackClient client)
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sends every call of the file; names of the zones it made.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(string file)
    {
        List<string> zones = [];
        foreach (var line in await File.ReadAllLinesAsync(file))
        {
            using var exchange = JsonDocument.Parse(line);
            var root = exchange.RootElement;
            if (!root.TryGetProperty("params", out var given) || given.ValueKind != JsonValueKind.Object || !given.TryGetProperty("command", out var command) || !root.TryGetProperty("json", out var recorded)) continue;
            var parameters = given.EnumerateObject().Where(p => p.Name is not ("command" or "apiKey" or "apikey" or "response" or "signature" or "expires" or "signatureversion" or "signatureVersion" or "sessionkey"))
                .Select(p => (p.Name, (string?)Guids().Replace(p.Value.ToString(), m => _ids.GetValueOrDefault(m.Value, m.Value)))).ToArray();
            var answer = await client.CallAsync(ApiCall.Of(command.GetString()!, parameters));
            if (recorded.ValueKind == JsonValueKind.Object && answer.Failure is null) Learn(recorded.EnumerateObject().First().Value, answer.Body);
            if (command.GetString() == "createZone" && answer.Failure is null) zones.Add(given.GetProperty("name").GetString()!);
        }
        return zones;
    }

    // The same place in both answers is the same object.
    private void Learn(JsonElement recorded, JsonElement ours)
    {
        switch (recorded.ValueKind)
        {
            case JsonValueKind.Object when ours.ValueKind == JsonValueKind.Object:
                foreach (var property in recorded.EnumerateObject())
                    if (ours.TryGetProperty(property.Name, out var other)) Learn(property.Value, other);
                break;
            case JsonValueKind.Array when ours.ValueKind == JsonValueKind.Array:
                foreach (var (item, index) in recorded.EnumerateArray().Select((r, i) => (r, i)))
                    if (Twin(item, index, ours) is { } other) Learn(item, other);
                break;
            case JsonValueKind.String when ours.ValueKind == JsonValueKind.String && Guids().IsMatch(recorded.GetString()!) && recorded.GetString()!.Length == 36:
                _ids[recorded.GetString()!] = ours.GetString()!;
                break;
            default:
                break;
        }
    }

    private static JsonElement? Twin(JsonElement item, int index, JsonElement list)
    {
        if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var name))
            foreach (var other in list.EnumerateArray())
                if (other.TryGetProperty("name", out var its) && its.ToString() == name.ToString()) return other;
        return index < list.GetArrayLength() ? list[index] : null;
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Guids();
}
