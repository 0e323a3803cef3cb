using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>A member of a concerned team asks for changes, in words; the change waits for its author.</summary>
internal sealed class AskForChanges(IDbContextFactory<PortalDbContext> store, LiveUpdates updates, TimeProvider time)
{
    public async Task<Outcome?> Execute(Caller caller, Guid changeId, string team, string comment, CancellationToken cancel = default)
    {
        if (comment.Length > 4000)
            return new Refused("What should change is said in more than 4,000 characters.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await Approve.Locked(db, changeId, cancel) is not { } change)
            return Refusals.NoChange;
        if (!await Approve.IsApprover(db, caller.Id, cancel))
            return new Forbidden($"You cannot speak for {team}: that needs the role approver and membership of the team, which an administrator gives.");
        if (change.AskForChanges(team, caller.Id, await Approve.TeamsOf(db, caller.Id, cancel), comment, time.GetUtcNow()) is { } refusal)
            return Refusals.Of(refusal);
        await db.SaveChangesAsync(cancel);
        await RangeLedger.HoldOnly(db, changeId, cancel);
        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Changes, Topic.Change(changeId), Topic.Zone(change.ZoneId));
        return null;
    }
}
