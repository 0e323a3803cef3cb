using CloudNetPortal.Import;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Zones;
using CloudNetPortal.Store.Imports;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>An import read and compared with the catalogue as it is now.</summary>
/// <param name="Run">The import.</param>
/// <param name="Choices">What was decided.</param>
/// <param name="Inventory">What the inventory files say.</param>
/// <param name="Difference">What accepting them would do.</param>
/// <param name="CatalogueVersion">The catalogue it was compared with.</param>
/// <param name="Zones">Zone files.</param>
/// <param name="Files">What became of each file.</param>
/// <param name="Problems">Everything a person should know, of all files.</param>
internal sealed record ImportPreview(ImportRun Run, ImportChoices Choices, InventoryImport Inventory, InventoryDifference Difference, long CatalogueVersion, IReadOnlyList<ZoneFilePreview> Zones,
    IReadOnlyList<FileReport> Files, IReadOnlyList<ImportProblem> Problems)
{
    public bool HasInventory => Inventory.Files.Any(f => f.Key is not null);

    public bool IsOpen => Run.AcceptedAt is null && Run.DiscardedAt is null;
}

/// <summary>A zone file and what is in it.</summary>
public sealed record ZoneFilePreview(string File, ZoneImport Import);
