using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Marvin;

/// <summary>What is shared while one Marvin file is read: its text with places, the log, the secrets.</summary>
internal sealed class MarvinReading(JsonText source, ProblemLog log)
{
    public JsonText Source { get; } = source;
    public ProblemLog Log { get; } = log;

    /// <summary>Plain text by reference.</summary>
    public SortedDictionary<string, string> Secrets { get; } = new(StringComparer.Ordinal);

    /// <summary>Puts a secret aside and gives its reference; nothing for nothing.</summary>
    public string? Secret(string? plain, string reference)
    {
        if (string.IsNullOrEmpty(plain))
            return null;
        Secrets[reference] = plain;
        return reference;
    }
}
