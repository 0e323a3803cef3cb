using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>Removes a maintenance window. Without any, pushes run at any time.</summary>
internal sealed class RemoveWindow(IDbContextFactory<PortalDbContext> store, LiveUpdates updates)
{
    public async Task<Outcome?> Execute(Caller caller, Guid windowId, CancellationToken cancel = default)
    {
        if (!caller.MayKeepClouds())
            return Refusals.NotAKeeperOfClouds;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.MaintenanceWindows.SingleOrDefaultAsync(w => w.Id == windowId, cancel) is not { } window)
            return new NotFound("This window does not exist, or no longer.");
        db.MaintenanceWindows.Remove(window);
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Clouds, Topic.Pushes);
        return null;
    }
}
