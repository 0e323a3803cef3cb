using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output that is known and tells the catalogue nothing it does not hear better elsewhere: recognised, so that nobody wonders, and left out.</summary>
public abstract class KnownButUnused : InventoryImporter
{
    /// <summary>Why it is left out.</summary>
    protected abstract string Reason { get; }

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        reading.Rows = reading.Ok = reading.File.Text.Split('\n').Count(l => l.Trim().Length > 0);
        reading.Unused = Reason;
    }
}
