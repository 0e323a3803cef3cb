using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Import;

namespace CloudNetPortal.Cli.Files;

/// <summary>Hosts, switches and cables read from a folder of exports and observations.</summary>
internal sealed record InventoryFolder(CatalogueSnapshot Catalogue, IReadOnlyList<ImportProblem> Problems)
{
    public static Task<InventoryFolder> ReadAsync(string? path, CancellationToken cancel)
    {
        if (path is null) return Task.FromResult(new InventoryFolder(CatalogueSnapshot.Empty, []));
        throw new InputException($"--inventory {path}: this build reads no inventory.");
    }
}
