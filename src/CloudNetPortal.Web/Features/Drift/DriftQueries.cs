using CloudNetPortal.Domain.Drift;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Drift;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>What pages read of drift.</summary>
internal sealed class DriftQueries(IDbContextFactory<PortalDbContext> store, DriftBase bases, TimeProvider time)
{
    /// <summary>A zone counts as not known any more when it was not read for so long: three intervals.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromMinutes(15);

    /// <summary>How many differences are open in all zones.</summary>
    public async Task<int> Open(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        return await db.DriftFindings.CountAsync(f => f.GoneAt == null && f.AcceptedAt == null && (f.IgnoredUntil == null || f.IgnoredUntil <= now) && db.Zones.Any(z => z.Id == f.ZoneId && z.RemovedAt == null), cancel);
    }

    /// <summary>All zones that have something on a cloud, those with drift first.</summary>
    public async Task<IReadOnlyList<DriftLine>> List(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        var clouds = await db.Clouds.AsNoTracking().ToDictionaryAsync(c => c.Id, cancel);
        var checks = await db.DriftChecks.AsNoTracking().ToDictionaryAsync(c => c.ZoneId, cancel);
        var findings = (await db.DriftFindings.AsNoTracking().Where(f => f.GoneAt == null && f.AcceptedAt == null).ToListAsync(cancel)).ToLookup(f => f.ZoneId);
        return
        [
            .. (await db.Zones.AsNoTracking().Where(z => z.RemovedAt == null && z.CloudId != null).OrderBy(z => z.Name).Select(z => new { z.Id, z.Name, z.CloudId }).ToListAsync(cancel))
                .Where(z => checks.ContainsKey(z.Id))
                .Select(z => new DriftLine(z.Id, z.Name, clouds[z.CloudId!.Value], checks[z.Id], findings[z.Id].Count(f => f.IsOpenAt(now)), findings[z.Id].Count(f => f.IsIgnoredAt(now)), checks[z.Id].ReadAt < now - Stale))
                .OrderByDescending(l => l.Open),
        ];
    }

    /// <summary>Open differences by zone, for the list of zones; a zone that was never compared is absent.</summary>
    public async Task<IReadOnlyDictionary<Guid, DriftLine>> ByZone(CancellationToken cancel = default) => (await List(cancel)).ToDictionary(l => l.ZoneId);

    /// <summary>One zone, or null.</summary>
    public async Task<DriftView?> Find(Guid zoneId, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == zoneId && z.RemovedAt == null, cancel) is not { } zone)
            return null;
        var cloud = zone.CloudId is { } id ? await db.Clouds.AsNoTracking().SingleAsync(c => c.Id == id, cancel) : null;
        var check = await db.DriftChecks.AsNoTracking().SingleOrDefaultAsync(c => c.ZoneId == zoneId, cancel);
        var findings = await db.DriftFindings.AsNoTracking().Where(f => f.ZoneId == zoneId && f.GoneAt == null && f.AcceptedAt == null).OrderBy(f => f.Path).ThenBy(f => f.Field).ToListAsync(cancel);
        var expected = await bases.Of(zoneId, cancel);
        var now = time.GetUtcNow();
        return new DriftView(zone.Id, zone.Name, cloud, check, expected?.Revision.Number, [.. findings.Select(f => RowOf(f, expected, zone.ReadTree(), now))], check?.ReadAt < now - Stale);
    }

    // The draft has moved where the cloud has: somebody must choose between the two.
    private static DriftRow RowOf(DriftFinding finding, BaseDesign? expected, DesignTree draft, DateTimeOffset now)
    {
        var edit = finding.Edit();
        var mine = edit is null ? null : draft.Get(edit.Path);
        var moved = edit is not null && expected is not null && !System.Text.Json.Nodes.JsonNode.DeepEquals(mine, edit.From) && !System.Text.Json.Nodes.JsonNode.DeepEquals(mine, edit.To);
        return new DriftRow(finding, finding.Cause(), moved, moved ? DriftItem.Text(mine) ?? "nothing" : null, finding.IsIgnoredAt(now));
    }
}

/// <summary>A zone in the overview.</summary>
/// <param name="IsStale">True when it was not read for three intervals: what is shown may be old.</param>
public sealed record DriftLine(Guid ZoneId, string ZoneName, Cloud Cloud, DriftCheck Check, int Open, int Ignored, bool IsStale);

/// <summary>The drift of a zone.</summary>
/// <param name="Check">How it was read last; null for never.</param>
/// <param name="Revision">Number of the revision it is compared with; null when nothing was pushed or imported.</param>
internal sealed record DriftView(Guid ZoneId, string ZoneName, Cloud? Cloud, DriftCheck? Check, int? Revision, IReadOnlyList<DriftRow> Rows, bool IsStale);

/// <summary>One difference with what is known of it.</summary>
/// <param name="Cause">Who and when, where events tell.</param>
/// <param name="DraftMoved">True when the draft says a third thing.</param>
/// <param name="Draft">What the draft says then.</param>
public sealed record DriftRow(DriftFinding Finding, DriftCause? Cause, bool DraftMoved, string? Draft, bool IsIgnored);
