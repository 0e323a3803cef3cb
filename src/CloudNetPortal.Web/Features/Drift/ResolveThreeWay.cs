using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>Where draft and cloud both moved since the last push: takes the cloud's value into the draft, or keeps the draft's, knowingly.</summary>
internal sealed class ResolveThreeWay(IDbContextFactory<PortalDbContext> store, EditDraft edits, LiveUpdates updates, TimeProvider time)
{
    public async Task<Outcome?> Execute(Caller caller, Guid zoneId, Guid finding, bool takeCloud, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        if (await db.DriftFindings.SingleOrDefaultAsync(f => f.Id == finding && f.ZoneId == zoneId && f.GoneAt == null && f.AcceptedAt == null, cancel) is not { } found || found.Edit() is not { } edit)
            return DriftAccess.NoFinding;
        if (takeCloud)
        {
            var answer = edits.Apply(db, zone, caller, [new FieldEdit(edit.Path, zone.ReadTree().Get(edit.Path)?.DeepClone(), edit.To)]);
            if (answer.Failed(out var refused))
                return refused;
            if (answer.Value.Conflicts is [var conflict, ..])
                return new Refused($"{found.Title}: {conflict.Reason} Take it over in the zone's workspace.");
        }
        // Either way the cloud's value is known now; the next push brings the draft's.
        found.Accept(caller.Name, time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Drift, Topic.Zone(zoneId), Topic.Zones);
        return null;
    }
}
