using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Inventory;

/// <summary>What is at hand while one inventory file is read.</summary>
public sealed class InventoryReading(ImportFile file, string? device, InventoryDraft draft, InventoryMapping mapping, ProblemLog log, SourceWeight weight)
{
    /// <summary>The file.</summary>
    public ImportFile File { get; } = file;

    /// <summary>The device it speaks of; set for kinds that speak of one device.</summary>
    public string Device { get; } = device ?? "";

    /// <summary>Where everything goes.</summary>
    public InventoryDraft Draft { get; } = draft;

    /// <summary>What words mean.</summary>
    public InventoryMapping Mapping { get; } = mapping;

    /// <summary>Where problems go.</summary>
    public ProblemLog Log { get; } = log;

    /// <summary>Rows (lines, interfaces, neighbours) met.</summary>
    public int Rows { get; set; }

    /// <summary>Rows of which nothing was refused.</summary>
    public int Ok { get; set; }

    /// <summary>Rows among those that are known and hold nothing the catalogue keeps.</summary>
    public int Ignored { get; set; }

    /// <summary>What the file is good for when it brings nothing to the catalogue.</summary>
    public string? Unused { get; set; }

    /// <summary>A place in the file.</summary>
    public DraftSource Source(int? line = null) => new(File.Path, line, weight);

    /// <summary>Writes down what the file says about an interface of its device.</summary>
    public bool Say(string port, string field, string? text, int? line = null) =>
        Draft.Say(RecordKey.Interface(Device, port), field, text, Source(line), Log);

    /// <summary>Names a line that was not understood.</summary>
    public void NotUnderstood(int line, string text) =>
        Log.Warning("Line not understood", "The line is of no known form and was not taken over.", "Check that the output is complete and unaltered.", line, null, null, text);
}
