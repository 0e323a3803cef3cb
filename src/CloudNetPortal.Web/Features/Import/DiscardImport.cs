using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>Gives an import up. Its files stay as evidence.</summary>
internal sealed class DiscardImport(IDbContextFactory<PortalDbContext> store, TimeProvider time)
{
    public async Task<Outcome?> Execute(Caller caller, Guid id, CancellationToken cancel = default)
    {
        if (!caller.MayImport())
            return new Forbidden("You cannot change imports: that needs the role catalogue editor or zone designer.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Imports.SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } run)
            return new NotFound("This import does not exist.");
        if (run.AcceptedAt is not null)
            return new Refused("This import was taken over already.");
        run.DiscardedAt ??= time.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        return null;
    }
}
