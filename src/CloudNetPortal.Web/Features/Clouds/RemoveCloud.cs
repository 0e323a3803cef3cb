using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Clouds;

/// <summary>Removes a cloud with its keys; refused while anything speaks of it.</summary>
internal sealed class RemoveCloud(IDbContextFactory<PortalDbContext> store, LiveUpdates updates)
{
    public async Task<Outcome?> Execute(Caller caller, Guid cloudId, CancellationToken cancel = default)
    {
        if (!caller.MayKeepClouds())
            return Refusals.NotAKeeperOfClouds;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Clouds.SingleOrDefaultAsync(c => c.Id == cloudId, cancel) is not { } cloud)
            return Refusals.NoCloud;
        if (await db.Zones.Where(z => z.CloudId == cloudId).Select(z => z.Name).FirstOrDefaultAsync(cancel) is { } zone)
            return new Refused($"{cloud.Name} cannot be removed: zone {zone} is meant for it or was pushed to it.");
        if (await db.Changes.AnyAsync(c => c.CloudId == cloudId, cancel))
            return new Refused($"{cloud.Name} cannot be removed: changes of the past were made for it.");
        db.Clouds.Remove(cloud);
        db.Secrets.RemoveRange(await db.Secrets.Where(s => s.Reference == cloud.PushSecretRef || s.Reference == cloud.ReadSecretRef).ToListAsync(cancel));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusals.Moved;
        }

        updates.Tell(Topic.Clouds);
        return null;
    }
}
