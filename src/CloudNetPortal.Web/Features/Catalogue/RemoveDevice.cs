using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>Takes a device out of the catalogue. Refused while cables hang on it or a zone uses it.</summary>
internal sealed class RemoveDevice(IDbContextFactory<PortalDbContext> store, LiveUpdates updates)
{
    public async Task<Outcome?> Execute(Caller caller, string name, CancellationToken cancel = default)
    {
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Devices.Named(name).Include(d => d.Interfaces).Include(d => d.LogicalHost).SingleOrDefaultAsync(cancel) is not { } device)
            return new NotFound($"There is no device {name}.");
        if (!caller.MayEdit(device.Role))
            return CatalogueAccess.Refuse(device.Name, device.Role);
        var ports = device.Interfaces.ConvertAll(i => i.Id);
        var cables = await db.CableEnds.Where(e => ports.Contains(e.InterfaceId)).Select(e => e.CableId).Distinct().CountAsync(cancel);
        if (cables > 0)
            return new Refused($"{device.Name} cannot be removed: {Words.Count(cables, "cable")} end on it. Take them out first, or set its status to decommissioning.");
        var zones = (await db.Zones.AsNoTracking().Where(z => z.RemovedAt == null).ToListAsync(cancel))
            .Where(z => z.ReadDraft().Pods.Any(p => p.Clusters.Any(c => c.Hosts.Any(h => string.Equals(h.Device, device.Name, StringComparison.OrdinalIgnoreCase))))).Select(z => z.Name).ToList();
        if (zones.Count > 0)
            return new Refused($"{device.Name} cannot be removed: it is a host of {Words.List(zones)}. Take it out of the design first.");
        db.Devices.Remove(device);
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Catalogue);
        return null;
    }
}
