using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Import;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Zones;

namespace CloudNetPortal.Cli.Files;

/// <summary>A file with one or more zones: the portal's own design, or any other kind that holds zones.</summary>
internal sealed class DesignFile(string path, ZoneImport import)
{
    public string Path => path;
    public IReadOnlyList<ZoneDesign> Designs => import.Designs;
    public IReadOnlyDictionary<string, string> Secrets => import.Secrets;
    public IReadOnlyList<ImportProblem> Problems => import.Problems;

    public static async Task<DesignFile> ReadAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path)) throw new InputException($"{path}: there is no such file.");
        var import = ZoneFileImporter.ReadAny(new ImportFile(path, await File.ReadAllBytesAsync(path, cancel)));
        if (import.Failed) throw new InputException(string.Join(Environment.NewLine, import.Problems.Where(p => p.Weight == ProblemWeight.Error)));
        return new DesignFile(path, import);
    }

    /// <summary>The zones asked for: the one named, or all.</summary>
    public IReadOnlyList<ZoneDesign> Choose(string? zone)
    {
        if (zone is null) return Designs;
        var chosen = Designs.Where(d => d.Name == zone).ToArray();
        return chosen.Length > 0 ? chosen : throw new InputException($"{path}: there is no zone “{zone}” in it, only {string.Join(", ", Designs.Select(d => $"“{d.Name}”"))}.");
    }

    public static string HashOf(ZoneDesign design) => CanonicalJson.Hash(CanonicalJson.Bytes(design));

    public static Plan PlanOf(ZoneDesign design, CatalogueSnapshot catalogue) => Planner.Plan(design, HashOf(design), catalogue);
}
