using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>What a zone's cloud is compared with: the revision pushed last, or the one its import froze, with everything that was accepted since.</summary>
internal sealed class DriftBase(IDbContextFactory<PortalDbContext> store)
{
    /// <summary>Origin of the revision that the import of an existing zone froze.</summary>
    public const string Imported = "zone import";

    /// <summary>Origin of a revision that only brings back what drifted: other differences stay what they are.</summary>
    public const string Revert = "revert";

    /// <summary>The base of a zone, or null when the portal never pushed or imported it.</summary>
    public async Task<BaseDesign?> Of(Guid zoneId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var done = db.Changes.IgnoreAutoIncludes().Where(c => c.ZoneId == zoneId && c.State == ChangeState.Done).Select(c => c.RevisionId);
        var revision = await db.ZoneRevisions.AsNoTracking().Where(r => r.ZoneId == zoneId && r.Origin != Revert && (r.Origin == Imported || done.Contains(r.Id))).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);
        if (revision is null) return null;
        var tree = new DesignTree(DesignJson.ToTree(revision.Read()));
        foreach (var finding in await db.DriftFindings.AsNoTracking().Where(f => f.ZoneId == zoneId && f.AcceptedAt > revision.FrozenAt).OrderBy(f => f.AcceptedAt).ToListAsync(cancel))
            if (finding.Edit() is { } edit) tree.Apply(edit);
        return new BaseDesign(revision, DesignJson.Read(tree.Root));
    }
}

/// <summary>What a zone should be on its cloud.</summary>
/// <param name="Revision">The revision it is made of.</param>
/// <param name="Design">Its design, with what was accepted since.</param>
internal sealed record BaseDesign(ZoneRevision Revision, ZoneDesign Design);
