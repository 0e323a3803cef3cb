using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>What pages read of zones.</summary>
internal sealed class ZoneQueries(IDbContextFactory<PortalDbContext> store, Drafts drafts)
{
    /// <summary>All zones, by name.</summary>
    public async Task<IReadOnlyList<ZoneLine>> List(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var clouds = await db.Clouds.AsNoTracking().ToDictionaryAsync(c => c.Id, cancel);
        var changes = (await db.Changes.AsNoTracking().IgnoreAutoIncludes().OrderByDescending(c => c.Number).ToListAsync(cancel)).ToLookup(c => c.ZoneId);
        var revisions = await db.ZoneRevisions.GroupBy(r => r.ZoneId).Select(g => new { g.Key, Last = g.Max(r => r.Number) }).ToDictionaryAsync(r => r.Key, r => r.Last, cancel);
        var numbers = await db.ZoneRevisions.Select(r => new { r.Id, r.Number }).ToDictionaryAsync(r => r.Id, r => r.Number, cancel);
        return
        [
            .. (await db.Zones.AsNoTracking().Where(z => z.RemovedAt == null).OrderBy(z => z.Name).ToListAsync(cancel)).Select(zone => new ZoneLine(
                zone.Id, zone.Name, zone.Kind, zone.PolicyPack, zone.IsSample, zone.CloudId is { } id ? clouds[id] : null, zone.DraftVersion, revisions.GetValueOrDefault(zone.Id),
                changes[zone.Id].FirstOrDefault(c => c.State == ChangeState.Done) is { } done ? numbers[done.RevisionId] : null,
                Open(changes[zone.Id]), drafts.Of(zone).Pods.Sum(pod => pod.Clusters.Sum(cluster => cluster.Hosts.Count)), zone.ChangedAt)),
        ];
    }

    /// <summary>One zone with its draft, or null.</summary>
    public async Task<ZoneView?> Find(Guid id, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await drafts.Find(db, id, cancel) is not var (zone, design))
            return null;
        var cloud = zone.CloudId is { } cloudId ? await db.Clouds.AsNoTracking().SingleAsync(c => c.Id == cloudId, cancel) : null;
        var changes = await db.Changes.AsNoTracking().IgnoreAutoIncludes().Where(c => c.ZoneId == id).OrderByDescending(c => c.Number).ToListAsync(cancel);
        var revisions = await db.ZoneRevisions.AsNoTracking().Where(r => r.ZoneId == id).OrderByDescending(r => r.Number)
            .Select(r => new RevisionLine(r.Id, r.Number, r.Sha256, r.Origin, r.DraftVersion, r.FrozenAt, r.FrozenBy)).ToListAsync(cancel);
        return new ZoneView(zone, design, cloud, Open(changes), changes.FirstOrDefault(c => c.State == ChangeState.Done), revisions);
    }

    /// <summary>The last edits of a draft, newest first.</summary>
    public async Task<IReadOnlyList<DraftEdit>> Edits(Guid zoneId, int atMost = 200, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.DraftEdits.AsNoTracking().Where(e => e.ZoneId == zoneId).OrderByDescending(e => e.Id).Take(atMost).ToListAsync(cancel);
    }

    private static ChangeRequest? Open(IEnumerable<ChangeRequest> changes) => changes.FirstOrDefault(c => c.State is not (ChangeState.Done or ChangeState.Withdrawn));
}

/// <summary>A zone in the list.</summary>
/// <param name="LastRevision">Number of the newest revision; 0 for none.</param>
/// <param name="PushedRevision">Number of the revision that was pushed last; null for none.</param>
/// <param name="OpenChange">The change under way, if any.</param>
public sealed record ZoneLine(Guid Id, string Name, string Kind, string PolicyPack, bool IsSample, Cloud? Cloud, int DraftVersion, int LastRevision, int? PushedRevision, ChangeRequest? OpenChange,
    int Hosts, DateTimeOffset ChangedAt);

/// <summary>A zone as its workspace shows it.</summary>
/// <param name="OpenChange">The change under way, without its approvals.</param>
/// <param name="PushedChange">The change that was pushed last.</param>
/// <param name="Revisions">Newest first.</param>
internal sealed record ZoneView(ZoneHead Zone, ZoneDesign Design, Cloud? Cloud, ChangeRequest? OpenChange, ChangeRequest? PushedChange, IReadOnlyList<RevisionLine> Revisions);

/// <summary>A revision without its document.</summary>
public sealed record RevisionLine(Guid Id, int Number, string Sha256, string Origin, int DraftVersion, DateTimeOffset FrozenAt, Guid FrozenBy);
