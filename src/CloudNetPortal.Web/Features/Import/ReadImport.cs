using System.Security.Cryptography;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Catalogue;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;
using ReadFile = CloudNetPortal.Import.Reading.ImportFile;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>Reads the files of an import again with what was decided, and compares them with the catalogue as it is now.</summary>
internal sealed class ReadImport(IDbContextFactory<PortalDbContext> store, ImportEvidence evidence, CatalogueReader catalogue)
{
    public async Task<Answer<ImportPreview>> Execute(Caller caller, Guid id, CancellationToken cancel = default)
    {
        if (!caller.MayImport())
            return new Forbidden("You cannot see imports: that needs the role catalogue editor or zone designer, which an administrator gives.");
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Imports.AsNoTracking().Include(i => i.Files).SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } run)
            return new NotFound("This import does not exist.");
        var choices = ImportChoices.Read(run.StateJson);
        var uploaded = new List<ReadFile>();
        try
        {
            uploaded.AddRange(run.Files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => new ReadFile(f.Name, evidence.Open(f.Bytes))));
        }
        catch (CryptographicException)
        {
            return new Refused("The files of this import cannot be opened with the portal's keys. Bring them again.");
        }
        var (version, snapshot) = await catalogue.Read(cancel);
        // Reading thousands of files takes the processor for a while; the circuit stays free meanwhile.
        return await Task.Run(() => Read(run, choices, uploaded, version, snapshot), cancel);
    }

    private static ImportPreview Read(Store.Imports.ImportRun run, ImportChoices choices, List<ReadFile> uploaded, long version, Domain.Catalogue.CatalogueSnapshot snapshot)
    {
        var (files, problems) = Upload.Open(uploaded);
        var all = problems.ToList();
        var zones = new List<ZoneFilePreview>();
        var reports = new List<FileReport>();
        var inventory = new List<ReadFile>();
        foreach (var file in files)
        {
            var chosen = choices.Kinds.GetValueOrDefault(file.Path);
            var zoneKind = chosen is null ? ZoneFileImporter.For(file) : ZoneFileImporter.All.FirstOrDefault(i => i.Key == chosen);
            if (chosen == "none")
                reports.Add(new FileReport(file.Path, null, null, 1, null, 0, 0, "Left out by hand.", 0));
            else if (zoneKind is not null && (chosen is not null || zoneKind.Certainty(file) >= (InventoryImporter.For(file)?.Certainty ?? 0)))
            {
                var import = zoneKind.Read(file);
                zones.Add(new ZoneFilePreview(file.Path, import));
                all.AddRange(import.Problems);
                var good = import.Failed ? 0 : import.Designs.Count;
                reports.Add(new FileReport(file.Path, zoneKind.Key, zoneKind.Title, zoneKind.Certainty(file), null, Math.Max(good, import.Failed ? 1 : 0), good, null, import.Problems.Count));
            }
            else
                inventory.Add(file);
        }
        var read = InventoryImport.Read(inventory, choices.ToMapping(), snapshot.Devices.Select(d => d.Name));
        var difference = InventoryMerge.Compare(read.Draft, snapshot);
        all.AddRange(read.Problems);
        all.AddRange(difference.Problems);
        return new ImportPreview(run, choices, read, difference, version, zones, [.. reports.Concat(read.Files).OrderBy(f => f.File, StringComparer.Ordinal)], all);
    }
}
