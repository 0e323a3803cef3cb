using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>Judges the draft of a zone as it is now; everybody who is signed in may read findings.</summary>
internal sealed class JudgeZone(IDbContextFactory<PortalDbContext> store, DesignJudge judge)
{
    public Task<Answer<Judgement>> Execute(Guid zoneId, CancellationToken cancel = default) => Execute(zoneId, null, cancel);

    /// <param name="known">The draft of that version, when the caller has it already.</param>
    public async Task<Answer<Judgement>> Execute(Guid zoneId, (int Version, ZoneDesign Design)? known, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == zoneId && z.RemovedAt == null, cancel) is { } zone
            ? await judge.Draft(zone, known, cancel)
            : Refusals.NoZone;
    }
}
