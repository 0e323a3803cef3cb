using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>Makes a change whose plan takes the whole zone off its cloud, in the order that CloudStack accepts. Every team that has a part in the zone must consent.</summary>
internal sealed class TakeDownZone(IDbContextFactory<PortalDbContext> store, ChangeContents contents, CloudGround ground, LiveUpdates updates, TimeProvider time)
{
    /// <summary>The number of the change (CH-n).</summary>
    /// <param name="ownsImported">True when the portal is told to own what was imported.</param>
    public async Task<Answer<int>> Execute(Caller caller, Guid zoneId, bool ownsImported = false, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones() && !caller.MayPush())
            return Refusals.NotADesigner;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == zoneId, cancel) is not { } seen)
            return Refusals.NoZone;
        if (seen.CloudId is not { } cloudId)
            return new Refused($"{seen.Name} has no target cloud.");
        var cloud = await db.Clouds.SingleAsync(c => c.Id == cloudId, cancel);
        var found = await ground.Read(db, zoneId, cloud, seen.ReadDraft().Name, PlanWishes.None with { OwnsImported = ownsImported }, cancel);
        if (found.Problem is { } problem)
            return new Refused($"{seen.Name} cannot be taken off now: {problem}");
        if (found.Inputs.Snapshot is not { ZoneId: not null } snapshot)
            return new Refused($"{seen.Name} is not on {cloud.Name}.");
        HashSet<string> owned = [.. found.Inputs.Owned, .. ownsImported ? found.Inputs.KnownIds.Values : []];

        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        if (await db.Changes.IgnoreAutoIncludes().Where(c => c.ZoneId == zoneId && c.State != ChangeState.Done && c.State != ChangeState.Withdrawn).Select(c => (int?)c.Number).FirstOrDefaultAsync(cancel) is { } open)
            return new Refused($"{zone.Name} has an open change, CH-{open}. Finish or withdraw it first.");
        if (await db.PushRuns.AnyAsync(r => r.ZoneId == zoneId && r.State != PushState.Done && r.State != PushState.Cancelled, cancel))
            return new Refused($"A push of {zone.Name} is open. Let it finish, or cancel it first.");
        var now = time.GetUtcNow();
        var revision = await FreezeRevision.Freeze(db, zone, caller, "removal", now, cancel);
        var plan = RemovalPlan.Of(snapshot, owned, revision.Sha256) with { Options = new PlanOptions { OwnsImported = ownsImported } };
        if (plan.WhyNot is { } stands)
            return new Refused($"{zone.Name} cannot be taken off: {stands}");
        var made = (await contents.Make(db, zone, cloud, revision, new PlanInputs(), cancel)).With(plan);
        var requirements = ApprovalPolicy.Default.Require(DesignDifference.Between(made.Judgement.Design, new ZoneDesign { Id = made.Judgement.Design.Id }), cloud.Kind);
        var change = ChangeRequest.Submit(zoneId, cloudId, $"Take {zone.Name} off {cloud.Name}", "The whole zone is removed.", caller.Id, [caller.Id], made.Content with { Requirements = requirements }, now);
        db.Changes.Add(change);
        await db.SaveChangesAsync(cancel);
        await ChangeContents.Keep(db, change.Id, made, now, cancel);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Changes, Topic.Change(change.Id), Topic.Zone(zoneId), Topic.Zones);
        return change.Number;
    }
}
