using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Push.Rehearsing;

/// <summary>Asks for a rehearsal of a change: its plan is carried out on a practice cloud that holds a copy of the target's state. One of the portals holds it; the result stays with the change.</summary>
internal sealed class RehearseChange(IDbContextFactory<PortalDbContext> store, LiveUpdates updates, TimeProvider time)
{
    /// <param name="withFaults">Lose answers, refuse for passing reasons and answer slowly on the way, drawn by lot.</param>
    public async Task<Answer<Guid>> Execute(Caller caller, Guid changeId, bool withFaults, CancellationToken cancel = default)
    {
        if (!RefreshEvidence.May(caller))
            return new Forbidden("You cannot have a change rehearsed: zone designers, approvers and operators may. An administrator gives the role.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Changes.AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(c => c.Id == changeId, cancel) is not { } change)
            return Refusals.NoChange;
        if (change.State is ChangeState.Done or ChangeState.Withdrawn or ChangeState.Pushing)
            return new Refused($"CH-{change.Number} cannot be rehearsed: it is {(change.State == ChangeState.Pushing ? "being pushed" : change.State.ToString().ToLowerInvariant())}.");
        if (await db.Rehearsals.AnyAsync(r => r.ChangeId == changeId && (r.State == RehearsalState.Waiting || r.State == RehearsalState.Running), cancel))
            return new Refused($"A rehearsal of CH-{change.Number} is under way already.");
        var rehearsal = new Rehearsal { ChangeId = changeId, PlanHash = change.PlanHash, StartedByName = caller.Name, StartedAt = time.GetUtcNow(), Seed = withFaults ? Random.Shared.Next(1, 1_000_000) : null };
        db.Rehearsals.Add(rehearsal);
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Change(changeId));
        return rehearsal.Id;
    }
}
