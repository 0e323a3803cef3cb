using System.Text.Json;
using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Ledger;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>What pages read of changes.</summary>
internal sealed class ChangeQueries(IDbContextFactory<PortalDbContext> store)
{
    /// <summary>All changes, newest first.</summary>
    public async Task<IReadOnlyList<ChangeLine>> List(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var changes = await db.Changes.AsNoTracking().OrderByDescending(c => c.Number).ToListAsync(cancel);
        var zones = await db.Zones.AsNoTracking().Select(z => new { z.Id, z.Name }).ToDictionaryAsync(z => z.Id, z => z.Name, cancel);
        var clouds = await db.Clouds.AsNoTracking().Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        var people = await People(db, cancel);
        return [.. changes.Select(change => new ChangeLine(change, zones[change.ZoneId], clouds[change.CloudId], people.GetValueOrDefault(change.SubmittedBy, "CloudNetPortal")))];
    }

    /// <summary>How many changes wait for a team of this person.</summary>
    public async Task<int> WaitingFor(Caller caller, CancellationToken cancel = default) =>
        (await List(cancel)).Count(line => line.Change.State is ChangeState.InReview && !line.Change.Authors.Contains(caller.Id)
            && line.Change.OpenRequirements.Any(r => caller.MayApproveFor(r.Team) && !line.Change.Approvals.Any(a => a.By == caller.Id && a.Team == r.Team && !a.IsStale)));

    /// <summary>One change by its number with all that is approved, or null.</summary>
    public async Task<ChangeView?> Find(int number, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Changes.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, cancel) is not { } change)
            return null;
        var zone = await db.Zones.AsNoTracking().SingleAsync(z => z.Id == change.ZoneId, cancel);
        var revision = await db.ZoneRevisions.AsNoTracking().SingleAsync(r => r.Id == change.RevisionId, cancel);
        var plan = await db.ChangePlans.AsNoTracking().SingleAsync(p => p.ChangeId == change.Id && p.Hash == change.PlanHash, cancel);
        var judged = await db.JudgedRules.AsNoTracking().SingleAsync(r => r.ChangeId == change.Id && r.Hash == change.RulesHash, cancel);
        var design = revision.Read();
        return new ChangeView(change, zone, await db.Clouds.AsNoTracking().SingleAsync(c => c.Id == change.CloudId, cancel), revision, design,
            DesignDifference.Between(await Before(db, change, design, cancel), design), plan.Read(), JsonSerializer.Deserialize<List<Finding>>(judged.FindingsJson, ChangeContents.Json)!, judged.JudgedAt,
            await db.PushRuns.AsNoTracking().Where(r => r.ChangeId == change.Id).OrderByDescending(r => r.StartedAt).ToListAsync(cancel),
            await db.Reservations.AsNoTracking().Where(r => r.ChangeId == change.Id).OrderBy(r => r.Title).ToListAsync(cancel), await People(db, cancel));
    }

    // For a change that was pushed: what was there before it, not it itself.
    private static async Task<ZoneDesign> Before(PortalDbContext db, ChangeRequest change, ZoneDesign design, CancellationToken cancel)
    {
        var pushed = await db.Changes.IgnoreAutoIncludes().Where(c => c.ZoneId == change.ZoneId && c.State == ChangeState.Done && c.Number < change.Number)
            .OrderByDescending(c => c.Number).Select(c => (Guid?)c.RevisionId).FirstOrDefaultAsync(cancel);
        return pushed is null ? new ZoneDesign { Id = design.Id } : (await db.ZoneRevisions.AsNoTracking().SingleAsync(r => r.Id == pushed, cancel)).Read();
    }

    private static Task<Dictionary<Guid, string>> People(PortalDbContext db, CancellationToken cancel) =>
        db.Users.AsNoTracking().Select(u => new { u.Id, u.DisplayName }).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
}

/// <summary>A change in the list.</summary>
internal sealed record ChangeLine(ChangeRequest Change, string ZoneName, string CloudName, string SubmittedByName);

/// <summary>A change with all that is approved.</summary>
/// <param name="Edits">Field by field, what it makes of the zone as pushed before.</param>
/// <param name="Findings">Rule results that approvals bind.</param>
/// <param name="Pushes">Newest first.</param>
/// <param name="People">Names by id.</param>
internal sealed record ChangeView(ChangeRequest Change, Zone Zone, Cloud Cloud, ZoneRevision Revision, ZoneDesign Design, IReadOnlyList<FieldEdit> Edits, Plan Plan, IReadOnlyList<Finding> Findings,
    DateTimeOffset JudgedAt, IReadOnlyList<PushRun> Pushes, IReadOnlyList<Reservation> Ranges, IReadOnlyDictionary<Guid, string> People)
{
    /// <summary>Name of a person.</summary>
    public string NameOf(Guid person) => People.GetValueOrDefault(person, "CloudNetPortal");
}
