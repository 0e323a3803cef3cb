using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Catalogue;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>
/// Applies a proposal of a finding: its edits of the design and of the catalogue, all or none. Whoever applies it must be allowed both kinds that it has.
/// </summary>
internal sealed class ApplyFix(IDbContextFactory<PortalDbContext> store, EditDraft edit, LiveUpdates updates)
{
    public async Task<Outcome?> Execute(Caller caller, Guid zoneId, Fix fix, CancellationToken cancel = default)
    {
        // Which of its changes somebody may make is asked of each; who may make none is told so before anything is looked up.
        if (!caller.MayDesignZones() && !caller.MayEditCatalogue() && !caller.MayEditCables() && caller.Teams.Count == 0)
            return new Forbidden("You cannot apply proposals: that needs the role zone designer or catalogue editor, or a team, which an administrator gives.");
        if (!fix.IsOneClick)
            return new Refused(fix.Kind == FixKind.Guided ? "Choose first what is to be done." : "This proposal is for work outside the portal.");
        if (fix.DesignEdits is { Count: > 0 } && !caller.MayDesignZones())
            return Refusals.NotADesigner;

        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (fix.DesignEdits is { Count: > 0 } edits)
        {
            if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
                return Refusals.NoZone;
            var answer = edit.Apply(db, zone, caller, edits);
            if (answer.Failed(out var outcome))
                return outcome;
            if (answer.Value.Conflicts.Count > 0)
                return new Stale("The design changed since this proposal was made. The findings are judged again; take the new proposal.");
        }

        foreach (var wanted in fix.CatalogueEdits ?? [])
        {
            if (await CatalogueChange.Apply(db, caller, wanted, cancel) is { } outcome)
                return outcome;
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusals.Moved;
        }

        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Zone(zoneId));
        if (fix.CatalogueEdits is { Count: > 0 })
            updates.Tell(Topic.Catalogue);
        return null;
    }
}
