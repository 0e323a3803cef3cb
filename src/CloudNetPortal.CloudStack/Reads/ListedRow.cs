using System.Text.Json;

namespace CloudNetPortal.CloudStack.Reads;

/// <summary>One row of a list answer. Fields a caller may not see, and empty ones, are simply absent.</summary>
/// <param name="Json">The row as it came.</param>
public readonly record struct ListedRow(JsonElement Json)
{
    /// <summary>A field as text; numbers and booleans as CloudStack wrote them; null when absent.</summary>
    public string? Text(string field) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(field, out var value) ? TextOf(value) : null;

    /// <summary>A field that every row of this list has; empty text when it is missing all the same.</summary>
    public string Required(string field) => Text(field) ?? "";

    /// <summary>A flag; absent counts as false, and text is understood, as older versions write it.</summary>
    public bool Flag(string field) => string.Equals(Text(field), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole number, also one written as text; null when absent.</summary>
    public long? Number(string field) => long.TryParse(Text(field), out var number) ? number : null;

    /// <summary>A list of texts: an array, or one text separated by commas.</summary>
    public IReadOnlyList<string> Texts(string field)
    {
        if (Json.ValueKind != JsonValueKind.Object || !Json.TryGetProperty(field, out var value)) return [];
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(v => TextOf(v) ?? "")]
            : (TextOf(value) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>The objects of an array field.</summary>
    public IReadOnlyList<ListedRow> Rows(string field) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(v => new ListedRow(v))] : [];

    /// <summary>A map field such as <c>resourcedetails</c>.</summary>
    public IReadOnlyDictionary<string, string> Map(string field) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => TextOf(p.Value) ?? "") : new Dictionary<string, string>();

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => value.GetRawText(),
    };
}
