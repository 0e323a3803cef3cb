using CloudNetPortal.Store;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>Judges the draft of a zone as it is now; everybody who is signed in may read findings.</summary>
internal sealed class JudgeZone(IDbContextFactory<PortalDbContext> store, Drafts drafts, DesignJudge judge)
{
    public async Task<Answer<Judgement>> Execute(Guid zoneId, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await drafts.Find(db, zoneId, cancel) is { } draft ? await judge.Draft(draft.Head, draft.Design, cancel) : Refusals.NoZone;
    }
}
