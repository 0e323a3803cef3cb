using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>Asks for exceptions from a rule. The findings are looked for as things are now, so nobody waives what has moved since it was shown.</summary>
internal sealed class RequestWaiver(IDbContextFactory<PortalDbContext> store, DesignJudge judge, LiveUpdates updates, TimeProvider time)
{
    public async Task<Answer<Waiver>> Execute(Caller caller, Guid zoneId, string fingerprint, WaiverWish wish, CancellationToken cancel = default)
    {
        var asked = await Execute(caller, zoneId, [fingerprint], wish, cancel);
        return asked.Failed(out var outcome) ? outcome : asked.Value[0];
    }

    /// <summary>One wish for several findings of a rule: a waiver for each case, each holding on to the fingerprints that were chosen; all or none.</summary>
    public async Task<Answer<List<Waiver>>> Execute(Caller caller, Guid zoneId, IReadOnlyList<string> fingerprints, WaiverWish wish, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return new Forbidden("You cannot ask for a waiver: that needs the role zone designer, which an administrator gives.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == zoneId && z.RemovedAt == null, cancel) is not { } zone)
            return Refusals.NoZone;
        var judgement = await judge.Draft(zone, cancel);
        var chosen = judgement.Results.Findings.Where(f => fingerprints.Contains(f.Fingerprint)).ToList();
        if (chosen.Count == 0 || chosen.Count < fingerprints.Distinct().Count())
            return new Stale($"{(fingerprints.Count == 1 ? "This finding is" : "Some of these findings are")} no longer there as shown. Look at the findings again.");
        if (chosen.Select(f => f.RuleId).Distinct().Count() > 1)
            return new Refused("A waiver is of one rule: choose findings of one rule.");
        var rule = chosen[0].RuleId;
        var waiting = await db.Waivers.AsNoTracking().Where(w => w.ZoneId == zoneId && w.RuleId == rule && w.State == WaiverState.Requested).ToListAsync(cancel);
        if (waiting.Exists(w => w.Findings.Any(f => fingerprints.Contains(f.Fingerprint))))
            return new Refused("A waiver of this finding has been asked for already and waits.");
        var wanted = chosen.Count == 1 ? wish : wish with { Scope = WaiverScope.SeveralFindings, ObjectName = "", Fingerprints = fingerprints };
        var waivers = new List<Waiver>();
        foreach (var group in chosen.GroupBy(f => f.Case))
        {
            var (waiver, refusal) = Waiver.Request(zoneId, wanted, group.First(), judgement.Results.Findings, judgement.Pack, caller.Id, caller.Name, time.GetUtcNow());
            if (refusal is not null)
                return Refusals.Of(refusal);
            waivers.Add(waiver!);
        }

        db.Waivers.AddRange(waivers);
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Zone(zoneId), Topic.Zones);
        return waivers;
    }
}
