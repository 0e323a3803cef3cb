using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>
/// Lets a paused or stopped push go on where it stands; what was refused is tried again. The evidence is looked at first: with open errors, as hosts and cables are now,
/// nothing more is pushed.
/// </summary>
internal sealed class ResumePush(IDbContextFactory<PortalDbContext> store, DesignJudge judge, SteerPush steer)
{
    public async Task<Outcome?> Execute(Caller caller, Guid runId, CancellationToken cancel = default)
    {
        if (!caller.MayPush())
            return Refusals.NotAnOperator;
        return await Errors(runId, cancel) ?? await steer.Execute(caller, this, runId, run => run.Resume(), "This push cannot go on", goesOn: true, cancel);
    }

    private async Task<Refused?> Errors(Guid runId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.PushRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, cancel) is not { Purpose: Domain.Plans.PlanPurpose.Build } run)
            return null;
        var change = await db.Changes.AsNoTracking().IgnoreAutoIncludes().SingleAsync(c => c.Id == run.ChangeId, cancel);
        var zone = await db.Zones.AsNoTracking().SingleAsync(z => z.Id == run.ZoneId, cancel);
        var revision = await db.ZoneRevisions.AsNoTracking().SingleAsync(r => r.Id == change.RevisionId, cancel);
        var judgement = await judge.Revision(zone, revision, [], cancel);
        return judgement.Results.Errors is { Count: > 0 } errors
            ? new Refused($"This push cannot go on: what it was approved on no longer holds. {SubmitZone.OpenErrors(errors)} Mend that, or cancel the push and submit the zone anew.") : null;
    }
}
