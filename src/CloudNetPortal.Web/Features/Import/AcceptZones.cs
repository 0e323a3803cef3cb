using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>Makes a zone of one design of an import: draft, first frozen revision, encrypted secrets.</summary>
internal sealed class AcceptZones(IDbContextFactory<PortalDbContext> store, ReadImport read, ImportZone importZone, TimeProvider time)
{
    public async Task<Answer<Guid>> Execute(Caller caller, Guid id, string file, int number, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        var answered = await read.Execute(caller, id, cancel);
        if (answered.Failed(out var outcome))
            return outcome;
        var preview = answered.Value;
        if (preview.Run.DiscardedAt is not null)
            return new Refused("This import was given up. Start a new one.");
        var key = ImportChoices.ZoneKey(file, number);
        if (preview.Choices.Zones.TryGetValue(key, out var made))
            return made;
        if (preview.Zones.FirstOrDefault(z => z.File == file) is not { Import.Failed: false } source || number < 0 || number >= source.Import.Designs.Count)
            return new NotFound($"There is no zone {number + 1} in {file}.");
        var design = source.Import.Designs[number];
        var answer = await importZone.Execute(caller, new ImportedZone(design, SecretsOf(design, source.Import.Secrets), null), cancel);
        if (answer.Failed(out outcome))
            return outcome;

        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        var run = await db.Imports.SingleAsync(i => i.Id == id, cancel);
        var choices = ImportChoices.Read(run.StateJson);
        choices.Zones[key] = answer.Value;
        run.StateJson = choices.Write();
        var allMade = preview.Zones.Where(z => !z.Import.Failed).All(z => Enumerable.Range(0, z.Import.Designs.Count).All(n => choices.Zones.ContainsKey(ImportChoices.ZoneKey(z.File, n))));
        if (allMade && run.AcceptedAt is null && (choices.InventoryAcceptedAt is not null || preview.Difference.IsEmpty))
            (run.AcceptedAt, run.AcceptedBy) = (time.GetUtcNow(), caller.Id);
        await db.SaveChangesAsync(cancel);
        return answer.Value;
    }

    // A file may hold several zones: each takes only the secrets its own document names.
    private static Dictionary<string, string> SecretsOf(ZoneDesign design, IReadOnlyDictionary<string, string> secrets)
    {
        var document = DesignJson.ToText(design);
        return secrets.Where(s => document.Contains($"\"{s.Key}\"", StringComparison.Ordinal)).ToDictionary(s => s.Key, s => s.Value);
    }
}
