using CloudNetPortal.Store.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>Freezes the draft as a numbered revision. A draft that has not moved since the last one gives that one again.</summary>
internal sealed class FreezeRevision(IDbContextFactory<PortalDbContext> store, LiveUpdates updates, TimeProvider time)
{
    public async Task<Answer<ZoneRevision>> Execute(Caller caller, Guid zoneId, string origin = "request", CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        var revision = await Freeze(db, zone, caller, origin, time.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Zone(zoneId));
        return revision;
    }

    /// <summary>The revision that holds the draft of a locked zone; the caller of this saves.</summary>
    internal static async Task<ZoneRevision> Freeze(PortalDbContext db, Zone zone, Caller caller, string origin, DateTimeOffset now, CancellationToken cancel)
    {
        var last = await db.ZoneRevisions.Where(r => r.ZoneId == zone.Id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);
        if (last is not null && last.DraftVersion == zone.DraftVersion)
            return last;
        var revision = ZoneRevision.Of(zone.ReadDraft(), zone, (last?.Number ?? 0) + 1, origin, caller.Id, now);
        zone.MarkFrozen();
        db.ZoneRevisions.Add(revision);
        return revision;
    }
}
