using System.Data;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>Takes the inventory of an import over: everything the difference shows, in one transaction, audited object by object, or nothing.</summary>
internal sealed class AcceptImport(IDbContextFactory<PortalDbContext> store, ReadImport read, LiveUpdates updates, TimeProvider time)
{
    /// <param name="catalogueVersion">The catalogue the person compared with; when it moved, nothing is taken over.</param>
    public async Task<Outcome?> Execute(Caller caller, Guid id, long catalogueVersion, CancellationToken cancel = default)
    {
        if (!caller.MayEditCatalogue())
            return new Forbidden("You cannot take inventories over: that needs the role catalogue editor, which an administrator gives.");
        var answered = await read.Execute(caller, id, cancel);
        if (answered.Failed(out var outcome))
            return outcome;
        var preview = answered.Value;
        if (!preview.IsOpen || preview.Choices.InventoryAcceptedAt is not null)
            return new Refused("This import was taken over already, or given up.");
        if (preview.CatalogueVersion != catalogueVersion)
            return new Stale("The catalogue changed since the difference was made. It is compared again: look at it once more.");
        if (preview.Difference.IsEmpty)
            return new Refused("There is nothing to take over: the catalogue says the same already.");

        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        try
        {
            if (await db.CatalogueStates.Select(s => s.Version).SingleAsync(cancel) != catalogueVersion)
                return new Stale("The catalogue changed since the difference was made. It is compared again: look at it once more.");
            var tracked = await Tracked(db, cancel);
            var now = time.GetUtcNow();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(InventoryMerge.Apply(preview.Difference, tracked, now));
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            var run = await db.Imports.SingleAsync(i => i.Id == id, cancel);
            var choices = ImportChoices.Read(run.StateJson);
            choices.InventoryAcceptedAt = now;
            choices.InventoryResult = $"{preview.Difference.Added.Count} added, {preview.Difference.Changed.Count} changed";
            run.StateJson = choices.Write();
            if (preview.Zones.All(z => z.Import.Failed || z.Import.Designs.Count == 0))
                (run.AcceptedAt, run.AcceptedBy) = (now, caller.Id);
            await db.SaveChangesAsync(cancel);
            await moment.CommitAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusals.Moved;
        }
        catch (Exception problem) when (Refusal(problem) is { } refused)
        {
            return refused;
        }
        updates.Tell(Topic.Catalogue);
        return null;
    }

    // What the database holds against it is said, not thrown: another person may have been faster.
    private static Outcome? Refusal(Exception problem) => (problem as PostgresException ?? problem.InnerException as PostgresException) switch
    {
        { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => Refusals.Moved,
        { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.CheckViolation or PostgresErrorCodes.StringDataRightTruncation } held =>
            new Refused($"The catalogue refuses it ({held.ConstraintName ?? held.ColumnName}): {held.Detail ?? held.MessageText} Nothing was taken over."),
        _ => null,
    };

    private static async Task<CatalogueSnapshot> Tracked(PortalDbContext db, CancellationToken cancel) => new()
    {
        Datacenters = await db.Datacenters.Include(d => d.Rooms).ToListAsync(cancel),
        Racks = await db.Racks.ToListAsync(cancel),
        DeviceTypes = await db.DeviceTypes.ToListAsync(cancel),
        Devices = await db.Devices.Include(d => d.LogicalHost).Include(d => d.Interfaces).ThenInclude(i => i.Addresses).AsSplitQuery().ToListAsync(cancel),
        Cables = await db.Cables.Include(c => c.Ends).ToListAsync(cancel),
        Prefixes = await db.Prefixes.ToListAsync(cancel),
        Neighbours = await db.LldpNeighbours.ToListAsync(cancel),
    };
}
