namespace CloudNetPortal.Import.Inventory;

/// <summary>What accepting a draft would do to a catalogue.</summary>
public sealed class InventoryDifference
{
    /// <summary>Records that come in.</summary>
    public List<DraftRecord> Added { get; } = [];

    /// <summary>Records that change, field by field.</summary>
    public List<ChangedRecord> Changed { get; } = [];

    /// <summary>How many records are in both and equal.</summary>
    public int Same { get; set; }

    /// <summary>Records of the catalogue that a whole list of the import does not hold. Accepting does not remove them.</summary>
    public List<RecordKey> Missing { get; } = [];

    /// <summary>Records that cannot come in as they are.</summary>
    public List<ImportProblem> Problems { get; } = [];

    /// <summary>Devices whose own output was read.</summary>
    public IReadOnlyCollection<string> Observed { get; init; } = [];

    /// <summary>Neighbours that were heard again or anew.</summary>
    public IReadOnlyCollection<RecordKey> Heard { get; init; } = [];

    /// <summary>True when accepting changes nothing.</summary>
    public bool IsEmpty => Added.Count == 0 && Changed.Count == 0;
}

/// <summary>A record that is in both and differs.</summary>
/// <param name="Key">Its name in the catalogue.</param>
/// <param name="Draft">What the files say.</param>
/// <param name="Fields">The fields that differ.</param>
public sealed record ChangedRecord(RecordKey Key, DraftRecord Draft, IReadOnlyList<ChangedField> Fields);

/// <summary>A field that differs.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Ours">What the catalogue says; null for nothing.</param>
/// <param name="Theirs">What the files say.</param>
/// <param name="Source">Where they say it.</param>
public sealed record ChangedField(string Field, string Title, string? Ours, string? Theirs, DraftSource Source);
