using CloudNetPortal.Push.Journals;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>Ids on the cloud of a zone's objects by step key: from its import, overwritten by what its pushes learned.</summary>
internal sealed class KnownObjects(IDbContextFactory<PortalDbContext> store)
{
    public async Task<IReadOnlyDictionary<string, string>> Of(Guid zoneId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var known = await db.ZoneObjects.AsNoTracking().Where(o => o.ZoneId == zoneId).ToDictionaryAsync(o => o.Key, o => o.CloudId, StringComparer.Ordinal, cancel);
        var rows = await db.PushJournal.AsNoTracking().Where(row => row.Kind == "result" && db.PushRuns.Any(run => run.Id == row.RunId && run.ZoneId == zoneId))
            .OrderBy(row => row.Number).Select(row => row.EntryJson).ToListAsync(cancel);
        foreach (var entry in rows.Select(JournalJson.Read).OfType<StepResult>())
            if (entry.Learned.TryGetValue("id", out var id)) known[entry.Step] = id;
        return known;
    }
}
