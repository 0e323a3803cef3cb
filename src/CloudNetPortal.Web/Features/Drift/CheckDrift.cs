using CloudNetPortal.Domain.Drift;
using CloudNetPortal.Push.Snapshots;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Drift;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>Reads a zone from its cloud and keeps where it differs from what was pushed. Changes nothing there.</summary>
internal sealed class CheckDrift(IDbContextFactory<PortalDbContext> store, DriftBase bases, KnownObjects objects, CloudConnections connections, LiveZones lives, DriftBoard board, TimeProvider time, ILogger<CheckDrift> log)
{
    /// <summary>How many differences are open.</summary>
    public async Task<Answer<int>> Execute(Caller caller, Guid zoneId, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones() && !caller.MayPush())
            return DriftAccess.NotForYou;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == zoneId && z.RemovedAt == null, cancel) is not { } zone)
            return Refusals.NoZone;
        if (zone.CloudId is not { } cloudId)
            return new Refused($"{zone.Name} has no target cloud yet.");
        if (await bases.Of(zoneId, cancel) is not { } expected)
            return new Refused($"{zone.Name} was never pushed or imported from its cloud: there is nothing to compare.");
        if (await db.PushRuns.AnyAsync(r => r.ZoneId == zoneId && r.State != PushState.Done && r.State != PushState.Cancelled, cancel))
            return new Refused($"A push of {zone.Name} is open; it is compared again when that has ended.");
        if (!board.Begin(zoneId, "Reading the cloud"))
            return new Refused($"{zone.Name} is being read already.");
        try
        {
            var cloud = await db.Clouds.AsNoTracking().SingleAsync(c => c.Id == cloudId, cancel);
            return await Check(db, zoneId, cloud, expected, cancel);
        }
        finally
        {
            board.End(zoneId);
        }
    }

    private async Task<Answer<int>> Check(PortalDbContext db, Guid zoneId, Cloud cloud, BaseDesign expected, CancellationToken cancel)
    {
        var check = await db.DriftChecks.SingleOrDefaultAsync(c => c.ZoneId == zoneId, cancel);
        if (check is null) db.DriftChecks.Add(check = new DriftCheck { ZoneId = zoneId });
        try
        {
            if (await connections.ForRead(cloud, cancel) is not { } client)
                return await Fail(db, check, $"{cloud.Name} has no keys yet.", cancel);
            var known = await objects.Of(zoneId, cancel);
            var reader = new SnapshotReader(client, time);
            var started = time.GetTimestamp();
            var reading = await ReadAsync(reader, expected, known, cancel);
            var took = time.GetElapsedTime(started);
            board.Say(zoneId, $"Comparing {reading.Snapshot.Lists.Sum(l => l.Value.Count)} objects");
            await lives.Keep(zoneId, cloud.Id, reading.Snapshot, cancel);
            var items = ZoneDrift.Find(expected.Design, reading.Snapshot, known);
            if (items.Count > 0) items = DriftCauses.Attach(items, await reader.ReadEventsAsync(check.CleanAt ?? expected.Revision.FrozenAt, cancel: cancel), check.CleanAt);
            return await Keep(db, check, expected, items, reading, took, cancel);
        }
        catch (SnapshotException problem)
        {
            return await Fail(db, check, problem.Message, cancel);
        }
        catch (SecretNotReadableException problem)
        {
            return await Fail(db, check, problem.Message, cancel);
        }
    }

    // A zone that was renamed is still the one with the recorded id; one that was made anew has another.
    private static async Task<SnapshotReading> ReadAsync(SnapshotReader reader, BaseDesign expected, IReadOnlyDictionary<string, string> known, CancellationToken cancel)
    {
        if (known.TryGetValue("zone", out var id) && await reader.ReadByIdAsync(id, cancel) is { Snapshot.ZoneId: not null } found) return found;
        return await reader.ReadByNameAsync(expected.Design.Name, cancel);
    }

    private async Task<int> Keep(PortalDbContext db, DriftCheck check, BaseDesign expected, IReadOnlyList<DriftItem> items, SnapshotReading reading, TimeSpan took, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var present = await db.DriftFindings.Where(f => f.ZoneId == check.ZoneId && f.GoneAt == null).ToListAsync(cancel);
        foreach (var item in items.DistinctBy(i => i.Key))
            if (present.Find(f => f.Key == item.Key && f.AcceptedAt is null) is { } finding) finding.See(item, now);
            else db.DriftFindings.Add(DriftFinding.Of(check.ZoneId, item, now));
        var keys = items.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in present.Where(f => f.AcceptedAt is not null || !keys.Contains(f.Key))) gone.Go(now);
        check.Read(now, expected.Revision.Id, reading.Calls, took, reading.Notes, items.Count == 0);
        await db.SaveChangesAsync(cancel);
        var open = db.DriftFindings.Local.Count(f => f.IsOpenAt(now));
        log.LogInformation("Drift of zone {Zone}: {Open} open, {Calls} calls, {Milliseconds} ms.", check.ZoneId, open, reading.Calls, (int)took.TotalMilliseconds);
        return open;
    }

    private async Task<Answer<int>> Fail(PortalDbContext db, DriftCheck check, string problem, CancellationToken cancel)
    {
        check.Fail(time.GetUtcNow(), problem);
        await db.SaveChangesAsync(cancel);
        return new Refused(problem);
    }
}
