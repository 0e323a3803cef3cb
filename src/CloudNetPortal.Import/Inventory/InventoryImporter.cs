using CloudNetPortal.Domain;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Inventory;

/// <summary>A kind of inventory file. One file each in Sources, found by this base class.</summary>
public abstract class InventoryImporter
{
    /// <summary>Key of the kind, such as <c>netbox-devices</c>.</summary>
    public abstract string Key { get; }

    /// <summary>Name for people, such as “NetBox devices (CSV)”.</summary>
    public abstract string Title { get; }

    /// <summary>How sure it is, from the content alone: 0 (no) to 1 (certain).</summary>
    public abstract double Certainty(ImportFile file);

    /// <summary>True when the file speaks of one device that has to be known (host outputs), false when the rows name their devices.</summary>
    public virtual bool SpeaksOfOneDevice => false;

    /// <summary>Name of the device the content itself gives, or null.</summary>
    public virtual string? DeviceIn(ImportFile file) => null;

    /// <summary>Order among the files of an import: documents first, so that folder names can be recognised as devices.</summary>
    public virtual int Order => SpeaksOfOneDevice ? 1 : 0;

    /// <summary>Reads the file into the draft of <paramref name="reading"/>.</summary>
    public abstract void Read(InventoryReading reading);

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<InventoryImporter> All { get; } = Discovery.Of<InventoryImporter>();

    /// <summary>The kind that is surest of a file with its certainty, or null when none knows it.</summary>
    public static (InventoryImporter Importer, double Certainty)? For(ImportFile file)
    {
        if (file.IsBinary)
            return null;
        (InventoryImporter Importer, double Certainty)? best = null;
        foreach (var importer in All)
            if (importer.Certainty(file) is var certainty and > 0 && certainty > (best?.Certainty ?? 0))
                best = (importer, certainty);
        return best;
    }
}
