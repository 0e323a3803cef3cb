using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudNetPortal.Push.Journals;

/// <summary>How journal entries are written as JSON: one object each, the kind in <c>entry</c>.</summary>
public static class JournalJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>One line without a line break.</summary>
    public static string Write(JournalEntry entry) => JsonSerializer.Serialize(entry, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no journal entry.</exception>
    public static JournalEntry Read(string line) => JsonSerializer.Deserialize<JournalEntry>(line, Options) ?? throw new JsonException("An empty journal entry.");
}
