using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>Leaves differences out of the count until a date, with a reason. One that changes again counts at once.</summary>
internal sealed class IgnoreDrift(IDbContextFactory<PortalDbContext> store, LiveUpdates updates, TimeProvider time)
{
    private const int LongestDays = 365;

    public async Task<Outcome?> Execute(Caller caller, Guid zoneId, IReadOnlyList<Guid> findings, DateOnly? until, string reason, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones() && !caller.MayPush())
            return DriftAccess.NotForYou;
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (until is { } day && (day <= today || day > today.AddDays(LongestDays)))
            return new Refused($"The date must be after today ({today:yyyy-MM-dd}) and within a year.");
        if (until is not null && reason.Trim().Length is < 10 or > 1000)
            return new Refused("The reason needs 10 to 1,000 characters: who reads it later was not there.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        var chosen = await db.DriftFindings.Where(f => f.ZoneId == zoneId && findings.Contains(f.Id) && f.GoneAt == null && f.AcceptedAt == null).ToListAsync(cancel);
        if (chosen.Count == 0)
            return DriftAccess.NoFinding;
        foreach (var finding in chosen)
            if (until is { } end) finding.Ignore(caller.Name, new DateTimeOffset(end.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), reason.Trim());
            else finding.Heed();
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Drift, Topic.Zone(zoneId));
        return null;
    }
}
