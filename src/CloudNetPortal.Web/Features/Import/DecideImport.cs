using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>Keeps a decision about an open import: what a word means, whose a file is, what kind of file it is.</summary>
internal sealed class DecideImport(IDbContextFactory<PortalDbContext> store)
{
    public async Task<Outcome?> Execute(Caller caller, Guid id, Action<ImportChoices> decide, CancellationToken cancel = default)
    {
        if (!caller.MayImport())
            return new Forbidden("You cannot change imports: that needs the role catalogue editor or zone designer.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Imports.SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } run)
            return new NotFound("This import does not exist.");
        if (run.AcceptedAt is not null || run.DiscardedAt is not null)
            return new Refused("This import is closed. Start a new one.");
        var choices = ImportChoices.Read(run.StateJson);
        decide(choices);
        run.StateJson = choices.Write();
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusals.Moved;
        }
        return null;
    }
}
