using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies;

/// <summary>One row of a copied list. What is missing or wrong in it is collected, not thrown.</summary>
internal sealed class ListedRow(string place, JsonObject json, List<string> problems)
{
    public JsonObject Json => json;
    public string Place => place;

    public string? Text(string name) => json[name] is JsonValue value ? value.ToString() : null;

    public string Need(string name)
    {
        if (Text(name) is { } text)
            return text;
        problems.Add($"{place}: {name} is missing");
        return "";
    }

    public bool Flag(string name) => Text(name)?.Equals("true", StringComparison.OrdinalIgnoreCase) == true;

    public bool Enabled(string name) => Text(name) == "Enabled";

    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public IEnumerable<JsonObject> Rows(string name) => (json[name] as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>The id of another copied object, which must have been copied too.</summary>
    public string Of<T>(Table<T> table, string name) where T : CloudObject
    {
        var id = Need(name);
        if (id.Length > 0 && table.Find(id) is null)
            problems.Add($"{place}: {name} {id} is not in the copy");
        return id;
    }

    public string? MaybeOf<T>(Table<T> table, string name) where T : CloudObject => Text(name) is { Length: > 0 } ? Of(table, name) : null;

    public DateTimeOffset? Created() =>
        DateTimeOffset.TryParseExact(Text("created"), "yyyy-MM-dd'T'HH:mm:sszz00", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    public void Wrong(string problem) => problems.Add($"{place}: {problem}");
}
