using System.Text.Json;

namespace CloudNetPortal.Push.Snapshots;

/// <summary>Gathers lists that are read at the same time.</summary>
internal sealed class SnapshotLists
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IReadOnlyList<JsonElement>> _lists = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> All
    {
        get
        {
            lock (_lock) return new SortedDictionary<string, IReadOnlyList<JsonElement>>(_lists, StringComparer.Ordinal);
        }
    }

    /// <summary>Keeps a list; one that could not be read stays absent.</summary>
    public void Set(string command, IReadOnlyList<JsonElement>? rows)
    {
        if (rows is null) return;
        lock (_lock) _lists[command] = rows;
    }
}
