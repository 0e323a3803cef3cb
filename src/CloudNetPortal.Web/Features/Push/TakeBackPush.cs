using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Push.Snapshots;
using CloudNetPortal.Store.Changes;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>
/// Takes back what a push did that stands still or was cancelled: a push of its own, with its own plan and journal, which removes only what that push made and gives
/// changed fields their former values.
/// </summary>
internal sealed class TakeBackPush(IDbContextFactory<PortalDbContext> store, CloudConnections connections, PushBell bell, LiveUpdates updates, TimeProvider time)
{
    /// <param name="typedZoneName">For a cloud that is not for practice: the name of the zone, typed by the operator.</param>
    /// <param name="plan">The plan that was shown: exactly that is carried out, as long as it would come out the same.</param>
    public async Task<Answer<Guid>> Execute(Caller caller, Guid runId, string? typedZoneName, Plan plan, CancellationToken cancel = default)
    {
        if (!caller.MayPush())
            return Refusals.NotAnOperator;
        var preview = await Preview(runId, cancel);
        if (preview.Failed(out var why))
            return why;
        if (!PlanDifference.Between(plan, preview.Value).IsEmpty)
            return new Stale("The zone moved since the plan was shown. Look at it again.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await SteerPush.Locked(db, runId, cancel) is not { } run)
            return Refusals.NoPush;
        if (WhyNot(run) is { } refused)
            return refused;
        var zone = await db.Zones.AsNoTracking().SingleAsync(z => z.Id == run.ZoneId, cancel);
        var cloud = await db.Clouds.AsNoTracking().SingleAsync(c => c.Id == run.CloudId, cancel);
        if (cloud.Kind != CloudKinds.Practice && typedZoneName?.Trim() != plan.ZoneName)
            return new Refused($"{cloud.Name} is a {cloud.Kind} cloud: type the name of the zone, {plan.ZoneName}, to take the push back.");

        var seen = plan.Hash();
        run.RequestCancel(time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        var change = (await Approve.Locked(db, run.ChangeId, cancel))!;
        if (change.StartPush(change.PlanHash) is { } no)
            return Refusals.Of(no);
        if (!await db.ChangePlans.AnyAsync(p => p.ChangeId == change.Id && p.Hash == seen, cancel))
            db.ChangePlans.Add(new ChangePlan { ChangeId = change.Id, Hash = seen, Bytes = plan.ToBytes(), Steps = plan.Steps.Count, MadeAt = time.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        var back = PushRun.TakeBack(run, seen, caller.Id, caller.Name, time.GetUtcNow());
        db.PushRuns.Add(back);
        try
        {
            await db.SaveChangesAsync(cancel);
            await whole.CommitAsync(cancel);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { ConstraintName: "ux_push_runs_open" })
        {
            return new Refused($"A push of {zone.Name} is open already. Follow it, or cancel it first.");
        }

        bell.Ring();
        updates.Tell(Topic.Pushes, Topic.Push(runId), Topic.Changes, Topic.Change(change.Id), Topic.Zone(zone.Id), Topic.Zones);
        return back.Id;
    }

    /// <summary>The plan that takes a push back, as the zone is now. Changes nothing.</summary>
    public async Task<Answer<Plan>> Preview(Guid runId, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.PushRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, cancel) is not { } run)
            return Refusals.NoPush;
        if (WhyNot(run) is { } refused)
            return refused;
        if (await db.PushRuns.AnyAsync(r => r.TakesBack == runId && r.State == PushState.Done, cancel))
            return new Refused("This push was taken back already.");
        var pushed = (await db.ChangePlans.AsNoTracking().SingleAsync(p => p.ChangeId == run.ChangeId && p.Hash == run.PlanHash, cancel)).Read();
        var made = await PushedIds.MadeBy(db, runId, cancel);
        var cloud = await db.Clouds.AsNoTracking().SingleAsync(c => c.Id == run.CloudId, cancel);
        var snapshot = await Snapshot(cloud, made.GetValueOrDefault("zone")?.Id, cancel);
        if (snapshot.Failed(out var why))
            return why;
        var plan = RollbackPlan.Of(pushed, made, snapshot.Value);
        if (plan.WhyNot is { } problem)
            return new Refused(problem);
        return plan.Steps.Count == 0 ? new Refused("There is nothing to take back: this push made and changed nothing that can be undone.") : plan;
    }

    private static Refused? WhyNot(PushRun run) =>
        run.Purpose != PlanPurpose.Build ? new Refused("Only a push that builds can be taken back.")
        : run.State is PushState.Paused or PushState.Stopped or PushState.Cancelled ? null
        : new Refused($"This push cannot be taken back: it is {run.State.ToString().ToLowerInvariant()}.");

    private async Task<Answer<ZoneSnapshot>> Snapshot(Cloud cloud, string? zoneId, CancellationToken cancel)
    {
        try
        {
            if (await connections.ForRead(cloud, cancel) is not { } client)
                return new Refused($"{cloud.Name} has no keys yet.");
            if (zoneId is null)
                return new ZoneSnapshot(null, time.GetUtcNow(), new Dictionary<string, IReadOnlyList<System.Text.Json.JsonElement>>());
            return (await new SnapshotReader(client, time).ReadByIdAsync(zoneId, cancel)).Snapshot;
        }
        catch (SnapshotException trouble)
        {
            return new Refused($"{cloud.Name} could not be read: {trouble.Message}");
        }
        catch (SecretNotReadableException trouble)
        {
            return new Refused(trouble.Message);
        }
    }
}
