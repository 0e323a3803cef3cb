using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>Takes differences over into the design: the draft says what the cloud says, and a revision keeps that. From then on they are no drift.</summary>
internal sealed class AcceptDrift(IDbContextFactory<PortalDbContext> store, EditDraft edits, LiveUpdates updates, TimeProvider time)
{
    /// <summary>Number of the revision.</summary>
    public async Task<Answer<int>> Execute(Caller caller, Guid zoneId, IReadOnlyList<Guid> findings, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        var chosen = await db.DriftFindings.Where(f => f.ZoneId == zoneId && findings.Contains(f.Id) && f.GoneAt == null && f.AcceptedAt == null).ToListAsync(cancel);
        if (chosen.Count == 0)
            return DriftAccess.NoFinding;
        if (chosen.Find(f => f.EditJson is null) is { } state)
            return new Refused($"{state.Title}: a design has no field for “{state.Field}”, so it cannot be accepted. Change it on the cloud, or ignore it until a date.");

        var answer = edits.Apply(db, zone, caller, [.. chosen.Select(f => f.Edit()!)]);
        if (answer.Failed(out var refused))
            return refused;
        if (answer.Value.Conflicts is [var conflict, ..])
            return new Refused($"The draft of {zone.Name} says something else at {conflict.Edit.Path} since the last push ({DriftItemText(conflict)}). Choose in the three-way view.");
        var now = time.GetUtcNow();
        foreach (var finding in chosen) finding.Accept(caller.Name, now);
        var revision = await FreezeRevision.Freeze(db, zone, caller, "accept", now, cancel);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Drift, Topic.Zone(zoneId), Topic.Zones);
        return revision.Number;
    }

    private static string DriftItemText(FieldConflict conflict) => Domain.Drift.DriftItem.Text(conflict.Now) ?? "nothing";
}
