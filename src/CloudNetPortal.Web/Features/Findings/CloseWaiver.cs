using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>Withdraws a wish for a waiver, or closes one that covers nothing any more.</summary>
internal sealed class CloseWaiver(IDbContextFactory<PortalDbContext> store, DesignJudge judge, ZoneAnswers answers, TimeProvider time)
{
    public async Task<Outcome?> Execute(Caller caller, Guid waiverId, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await DecideWaiver.Locked(db, waiverId, cancel) is not { } waiver)
            return new NotFound("This waiver does not exist.");
        var zone = await db.Zones.AsNoTracking().SingleAsync(z => z.Id == waiver.ZoneId, cancel);
        var needed = (await judge.Draft(zone, cancel)).Results.Findings.Any(f => f.Answer?.Id == waiverId);
        if (waiver.Close(caller.Name, needed, time.GetUtcNow()) is { } refusal)
            return Refusals.Of(refusal);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        await answers.Moved(waiver.ZoneId, cancel);
        return null;
    }
}
