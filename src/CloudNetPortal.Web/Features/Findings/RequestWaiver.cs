using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>Asks for an exception from a rule. The finding is looked for as things are now, so nobody waives what has moved since it was shown.</summary>
internal sealed class RequestWaiver(IDbContextFactory<PortalDbContext> store, DesignJudge judge, LiveUpdates updates, TimeProvider time)
{
    public async Task<Answer<Waiver>> Execute(Caller caller, Guid zoneId, string fingerprint, WaiverWish wish, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return new Forbidden("You cannot ask for a waiver: that needs the role zone designer, which an administrator gives.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == zoneId && z.RemovedAt == null, cancel) is not { } zone)
            return Refusals.NoZone;
        var judgement = await judge.Draft(zone, cancel);
        if (judgement.Results.Findings.FirstOrDefault(f => f.Fingerprint == fingerprint) is not { } finding)
            return new Stale("This finding is no longer there as it was shown. Look at the findings again.");
        var waiting = await db.Waivers.AsNoTracking().Where(w => w.ZoneId == zoneId && w.RuleId == finding.RuleId && w.State == WaiverState.Requested).ToListAsync(cancel);
        if (waiting.Exists(w => w.Case == finding.Case && w.Findings.Any(f => f.Fingerprint == fingerprint)))
            return new Refused("A waiver of this finding has been asked for already and waits.");
        var (waiver, refusal) = Waiver.Request(zoneId, wish, finding, judgement.Results.Findings, judgement.Pack, caller.Id, caller.Name, time.GetUtcNow());
        if (refusal is not null)
            return Refusals.Of(refusal);
        db.Waivers.Add(waiver!);
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Zone(zoneId), Topic.Zones);
        return waiver!;
    }
}
