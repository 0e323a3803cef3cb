using CloudNetPortal.Domain;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Zones;

/// <summary>A kind of file that holds zones. One file each in Sources, found by this base class.</summary>
public abstract class ZoneFileImporter
{
    /// <summary>Key of the kind, such as <c>marvin</c>.</summary>
    public abstract string Key { get; }

    /// <summary>Name for people, such as “Marvin zone file”.</summary>
    public abstract string Title { get; }

    /// <summary>How sure it is, from the content alone: 0 (no) to 1 (certain).</summary>
    public abstract double Certainty(ImportFile file);

    /// <summary>Reads the file. Never throws for what is in it: everything wrong is in the problems.</summary>
    public abstract ZoneImport Read(ImportFile file);

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<ZoneFileImporter> All { get; } = Discovery.Of<ZoneFileImporter>();

    /// <summary>The kind that is surest of the file, or null when none knows it.</summary>
    public static ZoneFileImporter? For(ImportFile file) =>
        file.IsBinary ? null : All.Select(i => (Importer: i, Certainty: i.Certainty(file))).Where(c => c.Certainty > 0).OrderByDescending(c => c.Certainty).FirstOrDefault().Importer;

    /// <summary>Reads a file of any known kind; one of no known kind gives a problem that lists the kinds.</summary>
    public static ZoneImport ReadAny(ImportFile file)
    {
        if (For(file) is { } importer)
            return importer.Read(file);
        var log = new ProblemLog(file.Path);
        log.Error("Not recognised", "The file is none of the kinds that hold zones.", 
            $"Known kinds: {string.Join(", ", All.Select(i => i.Title))}. A zone design has “physicalNetworks” and “pods” at the top (docs/zone-file.md), a Marvin zone file “zones”.");
        return new ZoneImport { Problems = log.Problems };
    }
}
