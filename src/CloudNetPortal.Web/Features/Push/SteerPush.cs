using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>What pausing, resuming, cancelling and choosing share: the order is written into the row, and the worker follows it.</summary>
internal sealed class SteerPush(IDbContextFactory<PortalDbContext> store, PushBell bell, LiveUpdates updates)
{
    /// <param name="goesOn">True when the change has to be under way again.</param>
    public async Task<Outcome?> Execute(Caller caller, object act, Guid runId, Func<PushRun, bool> order, string refusal, bool goesOn, CancellationToken cancel)
    {
        if (!caller.MayPush())
            return Refusals.NotAnOperator;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(act));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await Locked(db, runId, cancel) is not { } run)
            return Refusals.NoPush;
        if (!order(run))
            return new Refused($"{refusal}: it is {run.State.ToString().ToLowerInvariant()}.");
        var change = (await Approve.Locked(db, run.ChangeId, cancel))!;
        if (goesOn && change.StartPush(run.PlanHash) is { } no)
            return Refusals.Of(no);
        if (run.State == PushState.Cancelled)
            change.PausePush();
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        bell.Ring();
        updates.Tell(Topic.Pushes, Topic.Push(runId), Topic.Changes, Topic.Change(run.ChangeId));
        return null;
    }

    internal static Task<PushRun?> Locked(PortalDbContext db, Guid runId, CancellationToken cancel) =>
        db.PushRuns.FromSql($"select *, xmin from push_runs where id = {runId} for update").SingleOrDefaultAsync(cancel);
}
