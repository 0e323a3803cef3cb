using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>Takes a change back; its ranges are free again.</summary>
internal sealed class Withdraw(IDbContextFactory<PortalDbContext> store, LiveUpdates updates)
{
    public async Task<Outcome?> Execute(Caller caller, Guid changeId, CancellationToken cancel = default)
    {
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await Approve.Locked(db, changeId, cancel) is not { } change)
            return Refusals.NoChange;
        if (change.Withdraw(caller.Id) is { } refusal)
            return Refusals.Of(refusal);
        await db.SaveChangesAsync(cancel);
        await RangeLedger.Release(db, changeId, cancel);
        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Changes, Topic.Change(changeId), Topic.Zone(change.ZoneId), Topic.Zones);
        return null;
    }
}
