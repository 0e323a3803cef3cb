using CloudNetPortal.Web.Shell;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Catalogue;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Web.Features.Zones;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>Pictures of hosts and traces of ports, from the catalogue and the drafts of the zones that use them.</summary>
internal sealed class HostPictures(CatalogueReader catalogue, IDbContextFactory<PortalDbContext> store, Drafts drafts, DesignJudge judge)
{
    public async Task<CatalogueSnapshot> Catalogue(CancellationToken cancel = default) => (await catalogue.Read(cancel)).Snapshot;

    /// <summary>The picture of a device by name or id, with the zone that uses it and that zone's findings; null when there is no such device.</summary>
    public async Task<HostPicture?> Of(string nameOrId, CancellationToken cancel = default)
    {
        var snapshot = await Catalogue(cancel);
        if (Find(snapshot, nameOrId) is not { } device)
            return null;
        if (device.LogicalHost is null || (await Drafts(cancel)).FirstOrDefault(z => Uses(z.Design, device)) is not { Zone: not null } used)
            return HostReader.Read(device, snapshot, null, []);
        IReadOnlyList<Finding> findings = (await judge.Draft(used.Zone, cancel)).Results.Findings;
        return HostReader.Read(device, snapshot, used.Design, findings, finding => PortalUrls.Finding(used.Zone.Id, finding.Fingerprint));
    }

    /// <summary>The trace of a port; null when it is not in the catalogue.</summary>
    public async Task<Traces.Trace?> Trace(Guid port, CancellationToken cancel = default)
    {
        var snapshot = await Catalogue(cancel);
        if (snapshot.Devices.SelectMany(d => d.Interfaces).FirstOrDefault(i => i.Id == port) is not { } start)
            return null;
        var drafts = await Drafts(cancel);
        return Traces.Trace.From(start, snapshot, device => drafts.FirstOrDefault(z => Uses(z.Design, device)).Design);
    }

    public static Device? Find(CatalogueSnapshot snapshot, string nameOrId) =>
        snapshot.Devices.FirstOrDefault(d => d.Name.Equals(nameOrId, StringComparison.OrdinalIgnoreCase)) ?? (Guid.TryParse(nameOrId, out var id) ? snapshot.Devices.FirstOrDefault(d => d.Id == id) : null);

    private static bool Uses(ZoneDesign design, Device device) =>
        design.Pods.Any(p => p.Clusters.Any(c => c.Hosts.Any(h => device.Name.Equals(h.Device, StringComparison.OrdinalIgnoreCase))));

    private async Task<IReadOnlyList<(Zone Zone, ZoneDesign Design)>> Drafts(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var zones = await db.Zones.AsNoTracking().Where(z => z.RemovedAt == null).OrderBy(z => z.Name).ToListAsync(cancel);
        return [.. zones.Select(z => (z, drafts.Of(z)))];
    }
}
