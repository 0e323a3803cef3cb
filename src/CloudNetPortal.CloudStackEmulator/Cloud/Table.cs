using System.Text.Json.Serialization;

namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>All rows of one kind, removed ones included, in the order they were made.</summary>
internal sealed class Table<T> where T : CloudObject
{
    private Dictionary<string, T>? byId;

    public Table()
    {
    }

    public Table(long next) => Next = next;

    /// <summary>The internal number that the next row gets.</summary>
    public long Next { get; set; } = 1;

    public List<T> Rows { get; set; } = [];

    [JsonIgnore]
    public IEnumerable<T> Present => Rows.Where(r => !r.Removed);

    private Dictionary<string, T> ById => byId ??= Rows.ToDictionary(r => r.Id, StringComparer.OrdinalIgnoreCase);

    public T Add(T row, DateTimeOffset now)
    {
        row.Number = Next++;
        row.Created = now;
        Rows.Add(row);
        byId?.Add(row.Id, row);
        return row;
    }

    /// <summary>The row of this id, removed or not.</summary>
    public T? Find(string? id) => id is not null && ById.TryGetValue(id, out var row) ? row : null;

    /// <summary>The row of this id unless it was removed.</summary>
    public T? FindPresent(string? id) => Find(id) is { Removed: false } row ? row : null;

    public T? FindNumber(long number) => Rows.Find(r => r.Number == number);

    /// <summary>Forgets the row altogether, as the server does where it keeps no removed rows.</summary>
    public void Erase(T row)
    {
        Rows.Remove(row);
        byId?.Remove(row.Id);
    }
}
