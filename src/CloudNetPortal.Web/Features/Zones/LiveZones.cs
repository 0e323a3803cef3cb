using System.Collections.Concurrent;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Drift;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>
/// Zones as they stand on their clouds, as somebody read them last: checks for drift, plans and submissions do. Judging asks no cloud; a reading is taken apart
/// once and given out as the same object until there is another.
/// </summary>
internal sealed class LiveZones(IDbContextFactory<PortalDbContext> store)
{
    private readonly ConcurrentDictionary<Guid, LiveZone> _known = new();

    /// <summary>Keeps what was read, unless somebody read later.</summary>
    public async Task Keep(Guid zoneId, Guid cloudId, ZoneSnapshot snapshot, CancellationToken cancel)
    {
        var made = ZoneReading.Of(zoneId, cloudId, snapshot);
        await using var db = await store.CreateDbContextAsync(cancel);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO zone_readings (zone_id, cloud_id, cloud_zone_id, read_at, lists) VALUES ({made.ZoneId}, {made.CloudId}, {made.CloudZoneId}, {made.ReadAt}, {made.Lists})
            ON CONFLICT (zone_id) DO UPDATE SET cloud_id = EXCLUDED.cloud_id, cloud_zone_id = EXCLUDED.cloud_zone_id, read_at = EXCLUDED.read_at, lists = EXCLUDED.lists
            WHERE zone_readings.read_at < EXCLUDED.read_at
            """, cancel);
    }

    /// <summary>The zone as it stands on that cloud; null when it is not there, was never read, or a push changed it since.</summary>
    public async Task<LiveZone?> Find(PortalDbContext db, Guid zoneId, Guid cloudId, CancellationToken cancel)
    {
        var readings = db.ZoneReadings.AsNoTracking().Where(r => r.ZoneId == zoneId && r.CloudId == cloudId && r.CloudZoneId != null
            && !db.PushRuns.Any(p => p.ZoneId == zoneId && (p.EndedAt == null || p.EndedAt > r.ReadAt)));
        if (await readings.Select(r => (DateTimeOffset?)r.ReadAt).SingleOrDefaultAsync(cancel) is not { } at)
            return null;
        if (_known.TryGetValue(zoneId, out var known) && known.CloudId == cloudId && known.Snapshot.ReadAt == at)
            return known;
        if (await readings.SingleOrDefaultAsync(cancel) is not { } reading)
            return null;
        var snapshot = reading.Read();
        return _known[zoneId] = new LiveZone(cloudId, snapshot, LiveVlans.From(snapshot));
    }
}

/// <summary>A zone as it stands on its cloud.</summary>
/// <param name="CloudId">The cloud.</param>
/// <param name="Snapshot">What it listed.</param>
/// <param name="Vlans">Its guest VLANs; null when they were not read.</param>
internal sealed record LiveZone(Guid CloudId, ZoneSnapshot Snapshot, LiveVlans? Vlans);
