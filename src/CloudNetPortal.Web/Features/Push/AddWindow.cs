using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>Adds a maintenance window: pushes to the cloud wait until it opens and pause when it closes.</summary>
internal sealed class AddWindow(IDbContextFactory<PortalDbContext> store, LiveUpdates updates)
{
    /// <param name="zoneId">The zone it is for; null for all zones of the cloud.</param>
    /// <param name="days">A bit for each day, 1 for Sunday.</param>
    public async Task<Outcome?> Execute(Caller caller, Guid cloudId, Guid? zoneId, int days, TimeOnly from, int minutes, CancellationToken cancel = default)
    {
        if (!caller.MayKeepClouds())
            return Refusals.NotAKeeperOfClouds;
        if (days is < 1 or > 127)
            return new Refused("Choose at least one day.");
        if (minutes is < 5 or > 7 * 24 * 60)
            return new Refused("A window is between 5 minutes and 7 days long.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (!await db.Clouds.AnyAsync(c => c.Id == cloudId, cancel))
            return Refusals.NoCloud;
        db.MaintenanceWindows.Add(new MaintenanceWindow { CloudId = cloudId, ZoneId = zoneId, Days = days, From = from, Minutes = minutes });
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Clouds, Topic.Pushes);
        return null;
    }
}
