using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Import;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Zones;

namespace CloudNetPortal.Cli.Files;

/// <summary>Hosts, switches and cables read from a folder of exports and observations, as an import into an empty catalogue would give them.</summary>
internal sealed record InventoryFolder(CatalogueSnapshot Catalogue, IReadOnlyList<ImportProblem> Problems)
{
    public static async Task<InventoryFolder> ReadAsync(string? path, CancellationToken cancel)
    {
        if (path is null) return new InventoryFolder(CatalogueSnapshot.Empty, []);
        if (!Directory.Exists(path)) throw new InputException($"--inventory {path}: there is no such folder.");
        List<ImportFile> files = [];
        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            files.Add(new ImportFile(Path.GetRelativePath(path, file), await File.ReadAllBytesAsync(file, cancel)));
        // The zone file itself may lie in the same folder.
        files.RemoveAll(f => ZoneFileImporter.For(f) is not null);
        var (opened, archives) = Upload.Open(files);
        var import = InventoryImport.Read(opened);
        var difference = InventoryMerge.Compare(import.Draft, CatalogueSnapshot.Empty);
        var added = InventoryMerge.Apply(difference, CatalogueSnapshot.Empty, TimeProvider.System.GetUtcNow());
        return new InventoryFolder(InventoryMerge.With(CatalogueSnapshot.Empty, added), [.. archives, .. Once(import.Problems), .. difference.Problems]);
    }

    // A folder that names its host is told once, not for every file in it.
    private static IEnumerable<ImportProblem> Once(IReadOnlyList<ImportProblem> problems) =>
        problems.Where(p => p.Place != "device" || p.Weight != ProblemWeight.Note).Concat(problems.Where(p => p.Place == "device" && p.Weight == ProblemWeight.Note).DistinctBy(p => p.Value));
}
