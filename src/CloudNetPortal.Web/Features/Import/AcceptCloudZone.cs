using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Drift;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Drift;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>
/// Takes a zone that was read from a cloud over: draft, frozen revision, and which object of the cloud each of its objects is. From then on the zone is compared with
/// its cloud. Nothing is written to the cloud.
/// </summary>
internal sealed class AcceptCloudZone(IDbContextFactory<PortalDbContext> store, CloudZoneReads reads, LiveUpdates updates, TimeProvider time)
{
    /// <summary>Id of the zone.</summary>
    public async Task<Answer<Guid>> Execute(Caller caller, Guid readId, AcceptedZone accepted, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        if (PolicyPack.Find(accepted.PolicyPack) is null)
            return new Refused($"“{accepted.PolicyPack}” is no policy pack. Packs: production, lab.");
        if (reads.Find(readId) is not { } read)
            return new NotFound("This reading is older than half an hour, or the portal was restarted. Read the zone again.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (!await db.Clouds.AnyAsync(c => c.Id == read.CloudId, cancel))
            return Refusals.NoCloud;
        var cloudZone = read.Zone.Ids["zone"];
        if (await db.ZoneObjects.Where(o => o.Key == "zone" && o.CloudId == cloudZone).Join(db.Zones.Where(z => z.RemovedAt == null && z.CloudId == read.CloudId), o => o.ZoneId, z => z.Id, (_, z) => z.Name).FirstOrDefaultAsync(cancel) is { } there)
            return new Refused($"This zone was brought in already, as {there}. Its drift page compares the two.");

        var design = DesignJson.Read(DesignJson.ToTree(read.Zone.Design));
        ReadCloudZone.Link(design, accepted.Devices);
        if (accepted.HostUser is { Length: > 0 } user)
            foreach (var host in design.Pods.SelectMany(p => p.Clusters).SelectMany(c => c.Hosts)) host.UserName ??= user.Trim();
        var now = time.GetUtcNow();
        var zone = new Zone { Name = design.Name, Kind = design.Kind, CloudId = read.CloudId, PolicyPack = accepted.PolicyPack, CreatedBy = caller.Id, CreatedAt = now };
        zone.Replace(design, caller.Id, now);
        db.Zones.Add(zone);
        var revision = await FreezeRevision.Freeze(db, zone, caller, DriftBase.Imported, now, cancel);
        db.ZoneObjects.AddRange(read.Zone.Ids.Select(i => new ZoneObject { ZoneId = zone.Id, Key = i.Key, CloudId = i.Value }));
        var check = new DriftCheck { ZoneId = zone.Id };
        check.Read(read.ReadAt, revision.Id, read.Calls, TimeSpan.Zero, read.Notes, isClean: true);
        db.DriftChecks.Add(check);
        await db.SaveChangesAsync(cancel);
        reads.Drop(readId);
        updates.Tell(Topic.Zones, Topic.Drift);
        return zone.Id;
    }
}

/// <summary>What somebody decided about a zone that was read.</summary>
/// <param name="Devices">Device name by host id; null for none.</param>
/// <param name="HostUser">User name hosts would be added with again; null when not known.</param>
/// <param name="PolicyPack">production or lab.</param>
internal sealed record AcceptedZone(IReadOnlyDictionary<string, string?> Devices, string? HostUser = null, string PolicyPack = "production");
