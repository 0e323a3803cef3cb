using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>Takes a zone out of the lists. What was frozen, approved or pushed of it stays on record.</summary>
internal sealed class RemoveZone(IDbContextFactory<PortalDbContext> store, LiveUpdates updates, TimeProvider time)
{
    public async Task<Outcome?> Execute(Caller caller, Guid zoneId, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        var changes = await db.Changes.Where(c => c.ZoneId == zoneId).ToListAsync(cancel);
        if (changes.FirstOrDefault(c => c.State == ChangeState.Done) is { } done)
            return new Refused($"{zone.Name} cannot be removed: CH-{done.Number} was pushed, so the zone is on a cloud.");
        if (changes.FirstOrDefault(c => c.State != ChangeState.Withdrawn) is { } open)
            return new Refused($"{zone.Name} cannot be removed: CH-{open.Number} is open. Withdraw it first.");
        zone.RemovedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Zone(zoneId), Topic.Zones);
        return null;
    }
}
