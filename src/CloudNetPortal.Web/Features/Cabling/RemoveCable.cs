using CloudNetPortal.Store;
using CloudNetPortal.Web.Features.Catalogue;
using Microsoft.EntityFrameworkCore;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Cabling;

/// <summary>Takes a cable out of the catalogue.</summary>
internal sealed class RemoveCable(IDbContextFactory<PortalDbContext> store, LiveUpdates updates)
{
    public async Task<Outcome?> Execute(Caller caller, Guid id, CancellationToken cancel = default)
    {
        if (!caller.MayEditCables())
            return CatalogueAccess.RefuseCables;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Cables.Include(c => c.Ends).SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } cable)
            return new NotFound("This cable no longer exists.");
        db.Cables.Remove(cable);
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Catalogue);
        return null;
    }
}
