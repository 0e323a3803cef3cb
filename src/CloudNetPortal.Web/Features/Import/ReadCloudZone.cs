using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Push.Snapshots;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Catalogue;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>Reads a whole zone of a cloud and shows what design it would become. Nothing is changed there or kept here.</summary>
internal sealed class ReadCloudZone(IDbContextFactory<PortalDbContext> store, CloudConnections connections, CatalogueReader catalogues, CloudZoneReads reads, TimeProvider time)
{
    /// <summary>Id of the reading.</summary>
    public async Task<Answer<Guid>> Execute(Caller caller, Guid cloudId, string zoneId, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones() && !caller.MayPush())
            return Refusals.NotADesigner;
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Clouds.AsNoTracking().SingleOrDefaultAsync(c => c.Id == cloudId, cancel) is not { } cloud)
            return Refusals.NoCloud;
        try
        {
            if (await connections.ForRead(cloud, cancel) is not { } client)
                return new Refused($"{cloud.Name} has no keys yet. Set its read key or push key first.");
            var reading = await new SnapshotReader(client, time).ReadByIdAsync(zoneId, cancel);
            if (reading.Snapshot.ZoneId is null)
                return new NotFound($"{cloud.Name} has no such zone any more.");
            var observed = ZoneObserver.Import(reading.Snapshot);
            var catalogue = (await catalogues.Read(cancel)).Snapshot;
            var links = HostLinks.Propose(observed, reading.Snapshot, catalogue);
            Link(observed.Design, links.ToDictionary(l => l.HostId, l => l.By is HostLinkBy.Label ? null : l.Device));
            var results = RuleBook.Judge(new RuleInput(observed.Design, catalogue, PolicyPack.Production, time.GetUtcNow()));
            return reads.Keep(new CloudZoneRead(cloudId, observed, links, results.Findings, reading.Snapshot.ReadAt, reading.Notes, reading.Calls));
        }
        catch (SnapshotException problem)
        {
            return new Refused($"{cloud.Name} could not be read: {problem.Message}");
        }
        catch (SecretNotReadableException problem)
        {
            return new Refused(problem.Message);
        }
    }

    /// <summary>Ties hosts to devices by name; null unties.</summary>
    internal static void Link(ZoneDesign design, IReadOnlyDictionary<string, string?> devices)
    {
        foreach (var host in design.Pods.SelectMany(p => p.Clusters).SelectMany(c => c.Hosts))
            if (devices.TryGetValue(host.Id, out var device)) host.Device = string.IsNullOrEmpty(device) ? null : device;
    }
}
