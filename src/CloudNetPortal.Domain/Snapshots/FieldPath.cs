using System.Text.Json;

namespace CloudNetPortal.Domain.Snapshots;

/// <summary>Finds the values of a field in a listed object; dots go into objects, and every element of an array counts.</summary>
public static class FieldPath
{
    /// <summary>All values of a field; address ranges that come as objects are written <c>start-end</c>.</summary>
    public static IReadOnlyList<string> Values(JsonElement row, string path)
    {
        IEnumerable<JsonElement> here = [row];
        for (var rest = path; rest.Length > 0;)
        {
            var dot = rest.IndexOf('.');
            here = [.. here.SelectMany(Flat)];
            // Keys of details may hold dots themselves.
            if (dot < 0 || here.SelectMany(e => Child(e, rest)).Any())
            {
                here = [.. here.SelectMany(e => Child(e, rest))];
                break;
            }
            var name = rest[..dot];
            here = [.. here.SelectMany(e => Child(e, name))];
            rest = rest[(dot + 1)..];
        }
        return [.. here.SelectMany(Flat).Select(TextOf).OfType<string>()];
    }

    /// <summary>The value for people and for comparing: several are joined by commas; null when there is none.</summary>
    public static string? Text(JsonElement row, string path) => Values(row, path) is { Count: > 0 } values ? string.Join(',', values) : null;

    private static IEnumerable<JsonElement> Child(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? [child] : [];

    private static IEnumerable<JsonElement> Flat(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flat) : [element];

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        // Address ranges come as objects; they are written as the range they are.
        JsonValueKind.Object when value.TryGetProperty("startip", out var from) && value.TryGetProperty("endip", out var to) => $"{from}-{to}",
        _ => value.GetRawText(),
    };
}
