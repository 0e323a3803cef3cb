using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>Datacenters with their racks, and what is in a rack.</summary>
internal sealed class PlaceQueries(IDbContextFactory<PortalDbContext> store)
{
    public async Task<IReadOnlyList<PlaceRow>> Racks(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await (from datacenter in db.Datacenters
                      from rack in db.Racks.Where(r => r.DatacenterId == datacenter.Id).DefaultIfEmpty()
                      orderby datacenter.Name, EF.Functions.Collate(rack!.Name, "natural_order")
                      select new PlaceRow(datacenter.Id, datacenter.Name, rack == null ? null : rack.Id, rack == null ? null : rack.Name, rack == null ? 0 : rack.Height,
                          rack == null ? 0 : db.Devices.Count(d => d.RackId == rack.Id))).ToListAsync(cancel);
    }

    public async Task<RackView?> Rack(Guid id, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Racks.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } rack)
            return null;
        var devices = await db.Devices.AsNoTracking().Where(d => d.RackId == id)
            .Select(d => new { d.Name, d.Role, d.Status, d.Position, d.Face, Height = db.DeviceTypes.Where(t => t.Id == d.DeviceTypeId).Select(t => (decimal?)t.UnitHeight).FirstOrDefault() }).ToListAsync(cancel);
        return new RackView(rack.Name, rack.Height, rack.StartingUnit, await db.Datacenters.Where(d => d.Id == rack.DatacenterId).Select(d => d.Name).FirstAsync(cancel),
            [.. devices.Select(d => new RackedDevice(d.Name, d.Role, d.Status, d.Position, d.Height ?? 1, d.Face))]);
    }
}

/// <summary>A rack of a datacenter; no rack for a datacenter without one.</summary>
public sealed record PlaceRow(Guid DatacenterId, string Datacenter, Guid? RackId, string? Rack, int Height, int Devices);

/// <summary>A rack and what stands in it.</summary>
public sealed record RackView(string Name, int Height, int StartingUnit, string Datacenter, IReadOnlyList<RackedDevice> Devices)
{
    /// <summary>Units from the top; each with the devices that take it.</summary>
    public IEnumerable<(int Unit, IReadOnlyList<RackedDevice> Devices)> Units =>
        Enumerable.Range(StartingUnit, Height).Reverse().Select(unit => (unit, (IReadOnlyList<RackedDevice>)[.. Devices.Where(d => d.Unit is { } low && unit >= Math.Floor(low) && unit < low + Math.Max(d.Height, 0.5m))]));

    /// <summary>In the rack, at no known unit.</summary>
    public IReadOnlyList<RackedDevice> Elsewhere => [.. Devices.Where(d => d.Unit is null)];
}

/// <summary>A device in a rack.</summary>
public sealed record RackedDevice(string Name, string Role, LifeCycle Status, decimal? Unit, decimal Height, string? Face);
