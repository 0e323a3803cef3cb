using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>
/// Orders the push of an approved change. The evidence is looked at again first: when hosts, cables or cloud moved so that other rule results or another plan
/// come out, nothing is pushed and the approvals lapse.
/// </summary>
internal sealed class StartPush(IDbContextFactory<PortalDbContext> store, RefreshEvidence refresh, PushBell bell, LiveUpdates updates, TimeProvider time)
{
    /// <param name="typedZoneName">For a cloud that is not for practice: the name of the zone, typed by the operator.</param>
    public async Task<Answer<Guid>> Execute(Caller caller, Guid changeId, string? typedZoneName = null, CancellationToken cancel = default)
    {
        if (!caller.MayPush())
            return Refusals.NotAnOperator;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await Approve.Locked(db, changeId, cancel) is not { } change)
            return Refusals.NoChange;
        var zone = await db.Zones.AsNoTracking().SingleAsync(z => z.Id == change.ZoneId, cancel);
        var cloud = await db.Clouds.AsNoTracking().SingleAsync(c => c.Id == change.CloudId, cancel);
        if (change.State == ChangeState.Approved)
        {
            var evidence = await refresh.Refresh(db, change, cancel);
            if (evidence.Moved)
            {
                await db.SaveChangesAsync(cancel);
                await whole.CommitAsync(cancel);
                updates.Tell(Topic.Changes, Topic.Change(changeId), Topic.Zone(change.ZoneId));
            }

            if (evidence.Errors.Count > 0)
                return new Refused($"CH-{change.Number} cannot be pushed: {SubmitZone.OpenErrors(evidence.Errors)}");
            if (evidence.NotRead is { } away)
                return new Refused($"CH-{change.Number} cannot be pushed now, because nobody can see whether what is there has moved: {away}");
            if (evidence.WhyNot is { } problem)
                return new Refused($"CH-{change.Number} cannot be pushed: {problem}");
            if (evidence.Moved && change.State != ChangeState.Approved)
                return new Stale($"CH-{change.Number} cannot be pushed: what was approved no longer holds ({evidence.Sentence}). Its approvals have lapsed; the teams look again.");
            if (evidence.Moved)
                return new Stale($"What CH-{change.Number} rests on moved ({evidence.Sentence}). Look at it again, then push.");
        }

        if (cloud.Kind != CloudKinds.Practice && !string.Equals(typedZoneName?.Trim(), zone.ReadDraft().Name, StringComparison.Ordinal) && !string.Equals(typedZoneName?.Trim(), zone.Name, StringComparison.Ordinal))
            return new Refused($"{cloud.Name} is a {cloud.Kind} cloud: type the name of the zone, {zone.Name}, to push to it.");
        if (cloud.PushKey is null)
            return new Refused($"{cloud.Name} has no push key yet. An operator or administrator sets it under Clouds.");
        var plan = await db.ChangePlans.AsNoTracking().SingleAsync(p => p.ChangeId == changeId && p.Hash == change.PlanHash, cancel);
        if (plan.Read().WhyNot is { } stands)
            return new Refused($"CH-{change.Number} cannot be pushed: {stands}");
        if (change.StartPush(plan.Hash) is { } refusal)
            return Refusals.Of(refusal);
        var run = PushRun.Start(changeId, change.CloudId, change.ZoneId, plan.Hash, caller.Id, caller.Name, time.GetUtcNow(), plan.Read().Purpose);
        db.PushRuns.Add(run);
        try
        {
            // The change first: the database looks at its state when the run comes in.
            await db.SaveChangesAsync(cancel);
            await whole.CommitAsync(cancel);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { ConstraintName: "ux_push_runs_open" })
        {
            return new Refused($"A push of {zone.Name} is open already. Follow it, or cancel it first.");
        }

        bell.Ring();
        updates.Tell(Topic.Pushes, Topic.Changes, Topic.Change(changeId), Topic.Zones);
        return run.Id;
    }
}
