using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store.Auditing;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.History;

/// <summary>What pages read of the past.</summary>
internal sealed class HistoryQueries(IDbContextFactory<PortalDbContext> store)
{
    /// <summary>A revision of a zone by its number, or null.</summary>
    public async Task<ZoneRevision?> Revision(Guid zoneId, int number, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.ZoneRevisions.AsNoTracking().SingleOrDefaultAsync(r => r.ZoneId == zoneId && r.Number == number, cancel);
    }

    /// <summary>Field by field, what lies between two revisions; 0 stands for the draft as it is now.</summary>
    public async Task<Answer<IReadOnlyList<FieldEdit>>> Compare(Guid zoneId, int from, int to, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        var revisions = await db.ZoneRevisions.AsNoTracking().Where(r => r.ZoneId == zoneId && (r.Number == from || r.Number == to)).ToDictionaryAsync(r => r.Number, cancel);
        if (new[] { from, to }.FirstOrDefault(n => n != 0 && !revisions.ContainsKey(n)) is var missing and not 0)
            return new NotFound($"{zone.Name} has no revision {missing}.");
        Domain.Zones.ZoneDesign Design(int number) => number == 0 ? zone.ReadDraft() : revisions[number].Read();
        return (Answer<IReadOnlyList<FieldEdit>>)DesignDifference.Between(Design(from), Design(to)).ToList();
    }

    /// <summary>The last acts, newest first; for one object or for all. For auditors and administrators.</summary>
    public async Task<Answer<List<AuditRecord>>> Acts(Caller caller, AuditFilter filter, CancellationToken cancel = default)
    {
        if (!caller.MayReadAudit())
            return new Forbidden("You cannot read the audit log: that needs the role auditor or administrator.");
        await using var db = await store.CreateDbContextAsync(cancel);
        var records = db.Audit.AsNoTracking().AsQueryable();
        if (filter.ObjectKind is { } kind)
            records = records.Where(r => r.ObjectKind == kind);
        if (filter.ObjectId is { } id)
            records = records.Where(r => r.ObjectId == id);
        if (filter.Person is { } person)
            records = records.Where(r => r.By == person);
        if (filter.Before is { } before)
            records = records.Where(r => r.Id < before);
        return await records.OrderByDescending(r => r.Id).Take(filter.AtMost).ToListAsync(cancel);
    }
}

/// <summary>Which acts.</summary>
/// <param name="Before">Only those older than this record: the next page.</param>
internal sealed record AuditFilter(string? ObjectKind = null, string? ObjectId = null, Guid? Person = null, long? Before = null, int AtMost = 200);
