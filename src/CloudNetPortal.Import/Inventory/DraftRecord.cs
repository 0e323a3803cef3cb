namespace CloudNetPortal.Import.Inventory;

/// <summary>What files say about one thing of the catalogue. A field that no file speaks of is not here and stays as it is.</summary>
public sealed class DraftRecord(RecordKey key, DraftSource source)
{
    /// <summary>Its natural name.</summary>
    public RecordKey Key { get; } = key;

    /// <summary>Where it was first met.</summary>
    public DraftSource Source { get; } = source;

    /// <summary>Canonical text by field name, see <see cref="Fields.CatalogueField"/>.</summary>
    public SortedDictionary<string, DraftValue> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Text of a field, or null when no file speaks of it.</summary>
    public string? this[string field] => Values.TryGetValue(field, out var value) ? value.Text : null;
}

/// <summary>A value with its provenance.</summary>
/// <param name="Text">Canonical text; null says “nothing”.</param>
/// <param name="Source">Where it was read.</param>
public sealed record DraftValue(string? Text, DraftSource Source);

/// <summary>A place in a file and how far its word goes.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Line from 1, where known.</param>
/// <param name="Weight">Whose word counts more.</param>
public sealed record DraftSource(string File, int? Line, SourceWeight Weight);

/// <summary>How far the word of a source goes: observed beats documented beats guessed.</summary>
public enum SourceWeight
{
    /// <summary>Concluded, such as a role from the kinds of interfaces.</summary>
    Guessed,
    /// <summary>Copied from a device type.</summary>
    Stamped,
    /// <summary>Written down by people, such as a NetBox export.</summary>
    Documented,
    /// <summary>Said by the device itself.</summary>
    Observed,
}
