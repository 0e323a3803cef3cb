using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>One row of a NetBox table being read.</summary>
internal sealed class CsvRow(CsvTable table, int line, string[] cells, InventoryReading reading)
{
    public int Line { get; } = line;
    public InventoryReading Reading { get; } = reading;

    /// <summary>Where it stands.</summary>
    public DraftSource Source { get; } = reading.Source(line);

    /// <summary>The value of a column, or null when it is empty or there is no such column.</summary>
    public string? this[string column] => Array.IndexOf(table.Columns, column) is var at and >= 0 && cells[at].Length > 0 ? cells[at] : null;

    /// <summary>The value of a column; its absence is a problem of the row.</summary>
    public string? Needed(string column)
    {
        if (this[column] is { } value)
            return value;
        Reading.Log.Error("Value missing", $"The row has no {column}; it was left out.", $"Fill in {column}.", Line, null, column);
        return null;
    }

    /// <summary>Writes down a field of a record.</summary>
    public bool Say(RecordKey key, string field, string? text, string? column = null) => Reading.Draft.Say(key, field, text, Source, Reading.Log, column ?? field);

    /// <summary>Something of the row was not taken over.</summary>
    public void Left(string cause, string message, string cure, string column) => Reading.Log.Warning(cause, message, cure, Line, null, column, this[column]);
}
