using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>The plan of a draft against what is on its cloud now: what submitting it would ask the teams to agree to. Changes nothing.</summary>
internal sealed class PlanDraft(IDbContextFactory<PortalDbContext> store, DesignJudge judge, CloudGround ground)
{
    public async Task<Answer<DraftedPlan>> Execute(Guid zoneId, PlanWishes wishes, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        if (zone.CloudId is not { } cloudId)
            return new Refused($"{zone.Name} has no target cloud yet. Choose one in the zone's summary.");
        var cloud = await db.Clouds.AsNoTracking().SingleAsync(c => c.Id == cloudId, cancel);
        var design = zone.ReadDraft();
        var judgement = await judge.Draft(zone, cancel);
        var found = await ground.Read(db, zoneId, cloud, design.Name, wishes, cancel);
        return new DraftedPlan(Planner.Plan(design, CanonicalJson.Hash(CanonicalJson.Bytes(design)), judgement.Catalogue, found.Inputs), cloud.Name, found.Problem);
    }
}

/// <summary>A plan of a draft.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="CloudName">The cloud.</param>
/// <param name="Problem">Why nobody could look at the cloud; the plan is then that of a new zone.</param>
internal sealed record DraftedPlan(Plan Plan, string CloudName, string? Problem);
