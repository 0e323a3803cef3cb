using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>
/// Applies edits to a draft, field by field: what nobody else touched is merged, a field that somebody changed meanwhile comes back as a conflict with both
/// values, and nothing is overwritten unseen. What could be applied is stored even when other fields conflict.
/// </summary>
internal sealed class EditDraft(IDbContextFactory<PortalDbContext> store, Drafts drafts, LiveUpdates updates, TimeProvider time)
{
    public async Task<Answer<DraftEdited>> Execute(Caller caller, Guid zoneId, IReadOnlyList<FieldEdit> edits, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await Locked(db, zoneId, cancel) is not { } zone)
            return Refusals.NoZone;

        var answer = Apply(db, zone, caller, edits);
        if (answer.Failed(out _))
            return answer;
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        if (answer.Value.Applied > 0)
        {
            drafts.Keep(zoneId, answer.Value.Version, answer.Value.Design);
            updates.Tell(Topic.Zone(zoneId), Topic.Zones);
        }

        return answer;
    }

    /// <summary>The zone, with its row locked: edits of one draft come one after another.</summary>
    internal static Task<Zone?> Locked(PortalDbContext db, Guid zoneId, CancellationToken cancel) =>
        db.Zones.FromSql($"select *, xmin from zones where id = {zoneId} and removed_at is null for update").SingleOrDefaultAsync(cancel);

    /// <summary>Applies edits to a locked zone; the caller of this saves.</summary>
    internal Answer<DraftEdited> Apply(PortalDbContext db, Zone zone, Caller caller, IReadOnlyList<FieldEdit> edits)
    {
        var tree = zone.ReadTree();
        var conflicts = new List<FieldConflict>();
        var applied = new List<(FieldEdit Edit, JsonNode? Before)>();
        foreach (var edit in edits)
        {
            var before = tree.Get(edit.Path)?.DeepClone();
            if (tree.Apply(edit) is { } conflict)
                conflicts.Add(conflict);
            else if (!JsonNode.DeepEquals(before, edit.To))
                applied.Add((edit, before));
        }

        ZoneDesign design;
        try
        {
            design = DesignJson.Read(tree.Root);
        }
        catch (DesignFormatException problem)
        {
            return new Refused(problem.Message);
        }

        if (zone.DraftJson.Contains("\\u0000", StringComparison.Ordinal) || edits.Any(edit => edit.To?.ToJsonString().Contains("\\u0000", StringComparison.Ordinal) == true))
            return new Refused("The text holds a null character, which cannot be kept. Remove it.");
        if (applied.Count > 0)
        {
            var now = time.GetUtcNow();
            zone.Replace(design, caller.Id, now);
            db.DraftEdits.AddRange(applied.Select(a => new DraftEdit
            {
                ZoneId = zone.Id, DraftVersion = zone.DraftVersion, Path = a.Edit.Path, FromJson = a.Before?.ToJsonString(DesignJson.Options),
                ToJson = a.Edit.To?.ToJsonString(DesignJson.Options), By = caller.Id, ByName = caller.Name, At = now,
            }));
        }

        return new DraftEdited(zone.DraftVersion, design, applied.Count, conflicts);
    }
}

/// <summary>What became of edits.</summary>
/// <param name="Version">Version of the draft.</param>
/// <param name="Design">The draft as it is now, edits of others included.</param>
/// <param name="Applied">How many fields moved.</param>
/// <param name="Conflicts">Fields that somebody else changed meanwhile.</param>
internal sealed record DraftEdited(int Version, ZoneDesign Design, int Applied, IReadOnlyList<FieldConflict> Conflicts);
