using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>A table in NetBox's import format. What the columns mean is told by each kind; columns it has no place for are named with how often they are filled.</summary>
public abstract class NetBoxCsvImporter : InventoryImporter
{
    /// <summary>Columns without which it is no such table.</summary>
    protected abstract string[] Needs { get; }

    /// <summary>Columns of which at least one shows that it is such a table and no similar one; empty when the needed ones do.</summary>
    protected virtual string[] Marks => [];

    /// <summary>Further columns that are read.</summary>
    protected abstract string[] Reads { get; }

    /// <summary>Columns NetBox knows and the catalogue has no place for.</summary>
    protected abstract string[] HasNoPlace { get; }

    /// <summary>The kind of record that is listed whole, or null.</summary>
    protected virtual RecordKind? Lists => null;

    /// <summary>Names of a row, to find rows that occur twice; null when rows may repeat.</summary>
    private protected abstract string? Identity(CsvRow row);

    /// <summary>Reads a row; false when it was left out or a value was refused.</summary>
    private protected abstract bool ReadRow(CsvRow row);

    /// <inheritdoc/>
    public override double Certainty(ImportFile file)
    {
        if (CsvTable.Header(file.Text) is not { } columns || !Needs.All(columns.Contains) || (Marks.Length > 0 && !Marks.Any(columns.Contains)))
            return 0;
        var known = columns.Count(c => Needs.Contains(c) || Reads.Contains(c) || HasNoPlace.Contains(c));
        return 0.4 + 0.5 * known / columns.Length + 0.01 * Needs.Length;
    }

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        if (CsvTable.Parse(reading.File.Text, reading.Log) is not { } table)
            return;
        Columns(table, reading);
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, cells) in table.Rows)
        {
            reading.Rows++;
            var row = new CsvRow(table, line, cells, reading);
            if (Identity(row) is { } identity && !seen.TryAdd(identity, line))
                reading.Log.Error("Row twice", $"“{identity}” stands already in line {seen[identity]}; this row was left out.", "Remove one of them.", line, null, null, identity);
            else if (ReadRow(row))
                reading.Ok++;
        }
        if (Lists is { } kind && !reading.Log.HasErrors)
            reading.Draft.ListedKinds.Add(kind);
    }

    private void Columns(CsvTable table, InventoryReading reading)
    {
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var column = table.Columns[i];
            if (Needs.Contains(column) || Reads.Contains(column) || Marks.Contains(column) && !HasNoPlace.Contains(column))
                continue;
            var at = i;
            var filled = table.Rows.Count(r => r.Cells[at].Length > 0);
            if (HasNoPlace.Contains(column) || column is "id" or "url" or "display" or "created" or "last_updated" or "tags" or "owner" or "tenant" or "comments" or "description")
            {
                if (filled > 0)
                    reading.Log.Note("Column without a place", $"The catalogue has no place for {column}; {filled} values were not taken over.", "Nothing to do, or note them elsewhere.", 1, null, column);
            }
            else
                reading.Log.Warning("Unknown column", $"{column} is no column of {Title}; {filled} values were not taken over.", "Rename the column if it is meant to be read.", 1, null, column);
        }
    }
}
