using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>What people have answered to the findings of a zone: waivers, acknowledgements, and wishes for another pack.</summary>
internal sealed class ZoneAnswers(IDbContextFactory<PortalDbContext> store, RefreshEvidence refresh, LiveUpdates updates)
{
    /// <summary>Answers that judging considers, in a fixed order.</summary>
    public static async Task<IReadOnlyList<StandingAnswer>> Standing(PortalDbContext db, Guid zoneId, CancellationToken cancel)
    {
        var waivers = await db.Waivers.AsNoTracking().Where(w => w.ZoneId == zoneId && w.State == WaiverState.Approved).OrderBy(w => w.Id).ToListAsync(cancel);
        var notes = await db.Acknowledgements.AsNoTracking().Where(a => a.ZoneId == zoneId).OrderBy(a => a.Id).ToListAsync(cancel);
        return [.. waivers.Select(w => w.ToAnswer()).OfType<StandingAnswer>(), .. notes.Select(a => a.ToAnswer())];
    }

    /// <summary>Answers that judging considers.</summary>
    public async Task<IReadOnlyList<StandingAnswer>> Standing(Guid zoneId, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await Standing(db, zoneId, cancel);
    }

    /// <summary>All waivers of a zone, those that wait first, then the newest.</summary>
    public async Task<IReadOnlyList<Waiver>> Waivers(Guid zoneId, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var all = await db.Waivers.AsNoTracking().Where(w => w.ZoneId == zoneId).ToListAsync(cancel);
        return [.. all.OrderBy(w => w.State).ThenByDescending(w => w.RequestedAt)];
    }

    /// <summary>The wish for another pack that waits, or null.</summary>
    public async Task<PackRequest?> PackWish(Guid zoneId, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.PackRequests.AsNoTracking().SingleOrDefaultAsync(r => r.ZoneId == zoneId && r.DecidedAt == null, cancel);
    }

    /// <summary>Waivers that wait for a person, waivers of their teams that end within 14 days, and wishes for another pack.</summary>
    public async Task<IReadOnlyList<AnswerLine>> WaitingFor(Caller caller, DateTimeOffset now, CancellationToken cancel = default)
    {
        if (!caller.Is(Roles.Approver))
            return [];
        await using var db = await store.CreateDbContextAsync(cancel);
        var soon = now.AddDays(14);
        var names = await db.Zones.AsNoTracking().Where(z => z.RemovedAt == null).Select(z => new { z.Id, z.Name }).ToDictionaryAsync(z => z.Id, z => z.Name, cancel);
        var waivers = await db.Waivers.AsNoTracking().Where(w => w.State == WaiverState.Requested || w.State == WaiverState.Approved && w.ExpiresAt < soon).OrderBy(w => w.ExpiresAt).ToListAsync(cancel);
        var wishes = await db.PackRequests.AsNoTracking().Where(r => r.DecidedAt == null && r.AskedBy != caller.Id).ToListAsync(cancel);
        return
        [
            .. waivers.Where(w => names.ContainsKey(w.ZoneId) && (w.State == WaiverState.Requested ? TeamFor(w, caller) is not null : caller.In(w.Team)))
                .Select(w => new AnswerLine(w.ZoneId, names[w.ZoneId], w.State == WaiverState.Requested ? $"Waiver of {w.RuleId} asked for by {w.RequestedByName}" : w.ExpiresAt > now ? $"Waiver of {w.RuleId} ends on {w.ExpiresAt.UtcDateTime:yyyy-MM-dd}" : $"Waiver of {w.RuleId} ended on {w.ExpiresAt.UtcDateTime:yyyy-MM-dd}", w.State == WaiverState.Requested)),
            .. wishes.Where(r => names.ContainsKey(r.ZoneId)).Select(r => new AnswerLine(r.ZoneId, names[r.ZoneId], $"Policy pack {r.To} instead of {r.From}, asked for by {r.AskedByName}", true)),
        ];
    }

    /// <summary>The team for which a person may agree to a waiver now; null when they may not.</summary>
    public static string? TeamFor(Waiver waiver, Caller caller)
    {
        if (waiver.State != WaiverState.Requested || waiver.RequestedBy == caller.Id || !caller.Is(Roles.Approver) || waiver.Consents.Any(c => c.By == caller.Id))
            return null;
        if (!waiver.Consents.Any(c => c.Team == waiver.Team) && caller.In(waiver.Team))
            return waiver.Team;
        return waiver.Severity == Domain.Rules.Severity.Error && !waiver.Consents.Any(c => c.Team != waiver.Team) ? caller.Teams.Where(t => t != waiver.Team).Order(StringComparer.Ordinal).FirstOrDefault() : null;
    }

    /// <summary>The people whose design it is: they do not agree to exceptions for it.</summary>
    public static async Task<IReadOnlyCollection<Guid>> Editors(PortalDbContext db, Guid zoneId, CancellationToken cancel)
    {
        var authors = await db.Zones.Where(z => z.Id == zoneId).Select(z => z.DraftAuthors).SingleOrDefaultAsync(cancel) ?? [];
        var last = await db.DraftEdits.Where(e => e.ZoneId == zoneId).OrderByDescending(e => e.Id).Select(e => (Guid?)e.By).FirstOrDefaultAsync(cancel);
        return [.. authors, .. last is { } by ? [by] : Array.Empty<Guid>()];
    }

    /// <summary>Answers of a zone moved: a change under review takes the results as they are now, so that nobody agrees to others than those.</summary>
    public async Task Moved(Guid zoneId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var open = await db.Changes.IgnoreAutoIncludes().Where(c => c.ZoneId == zoneId && (c.State == ChangeState.InReview || c.State == ChangeState.ChangesWanted || c.State == ChangeState.Approved)).Select(c => c.Id).ToListAsync(cancel);
        foreach (var change in open)
            await refresh.Execute(Caller.Portal, change, cancel);
        updates.Tell(Topic.Zone(zoneId), Topic.Zones);
    }
}

/// <summary>Something about findings that waits for somebody.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="ZoneName">Its name.</param>
/// <param name="Sentence">What it is.</param>
/// <param name="Decides">True when a decision is asked, false for a reminder.</param>
internal sealed record AnswerLine(Guid Zone, string ZoneName, string Sentence, bool Decides);
