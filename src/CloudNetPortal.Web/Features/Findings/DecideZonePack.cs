using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>An approver who neither asked nor wrote the design agrees to another policy pack, or does not.</summary>
internal sealed class DecideZonePack(IDbContextFactory<PortalDbContext> store, ZoneAnswers answers, TimeProvider time)
{
    public async Task<Outcome?> Execute(Caller caller, Guid zoneId, bool agreed, CancellationToken cancel = default)
    {
        if (!caller.Is(Roles.Approver))
            return new Forbidden("You cannot decide on policy packs: that needs the role approver, which an administrator gives.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        if (await db.PackRequests.SingleOrDefaultAsync(r => r.ZoneId == zoneId && r.DecidedAt == null, cancel) is not { } wish)
            return new Stale("No other pack is asked for any more.");
        if (!await Approve.IsApprover(db, caller.Id, cancel) || (await Approve.TeamsOf(db, caller.Id, cancel)).Count == 0)
            return new Forbidden("You cannot decide on policy packs: only approvers of a team may.");
        if (wish.AskedBy == caller.Id || (await ZoneAnswers.Editors(db, zoneId, cancel)).Contains(caller.Id))
            return new Refused("You cannot decide on this pack: you asked for it or edited the design. Another approver may.");
        var now = time.GetUtcNow();
        (wish.DecidedBy, wish.DecidedByName, wish.DecidedAt, wish.Agreed) = (caller.Id, caller.Name, now, agreed);
        if (agreed)
            (zone.PolicyPack, zone.ChangedAt) = (wish.To, now);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        await answers.Moved(zoneId, cancel);
        return null;
    }
}
