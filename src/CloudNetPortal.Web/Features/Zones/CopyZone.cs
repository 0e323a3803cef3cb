using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>
/// Starts a zone with the design of another. Passwords stay where they are; exceptions are not copied: those in force are proposals in the copy, which cover nothing.
/// </summary>
internal sealed class CopyZone(IDbContextFactory<PortalDbContext> store, CreateZone create, LiveUpdates updates, TimeProvider time)
{
    public async Task<Answer<Guid>> Execute(Caller caller, Guid sourceId, NewZone wanted, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == sourceId && z.RemovedAt == null, cancel) is not { } source)
            return Refusals.NoZone;
        var made = await create.Execute(caller, wanted with { Design = Copy(source, wanted.Name) }, cancel);
        if (made.Failed(out var outcome))
            return outcome;
        var now = time.GetUtcNow();
        var inForce = await db.Waivers.AsNoTracking().Where(w => w.ZoneId == sourceId && w.State == WaiverState.Approved && w.ExpiresAt > now).ToListAsync(cancel);
        db.Waivers.AddRange(inForce.Select(w => Waiver.Propose(made.Value, w, caller.Id, caller.Name, now)));
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Zone(made.Value));
        return made.Value;
    }

    // Objects keep their ids, so that what was said of a place is found again in the copy.
    private static ZoneDesign Copy(Zone source, string name)
    {
        var tree = DesignJson.ToTree(DesignJson.Read(source.DraftJson));
        Forget(tree);
        var design = DesignJson.Read(tree);
        (design.Id, design.Name) = (DesignId.New(), name.Trim());
        return design;
    }

    private static void Forget(JsonNode? node)
    {
        foreach (var item in node as JsonArray ?? [])
            Forget(item);
        if (node is not JsonObject members)
            return;
        members.Remove("passwordRef");
        members.Remove("secretRef");
        foreach (var (_, value) in members)
            Forget(value);
    }
}
