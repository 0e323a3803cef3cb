using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Store.Catalogue;

/// <summary>
/// Reads the whole catalogue at one moment: once in a handful of queries, from then on only the devices, cables and lists that changed. What did not change is the
/// same object in the next snapshot.
/// </summary>
public sealed class CatalogueReader(IDbContextFactory<PortalDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private volatile VersionedCatalogue? _last;
    private CataloguePrints? _prints;

    /// <summary>Counts up with every change of the catalogue.</summary>
    public async Task<long> Version(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.CatalogueStates.Select(state => state.Version).SingleAsync(cancel);
    }

    /// <summary>The catalogue as it is, and its version; read again only when that moved. Nobody may change what is handed out.</summary>
    public async Task<VersionedCatalogue> Read(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (_last is { } same && await context.CatalogueStates.Select(state => state.Version).SingleAsync(cancel) == same.Version)
            return same;
        // Pages ask at the same moment: one of them reads, the others take what came out.
        await _turn.WaitAsync(cancel);
        try
        {
            // All queries see one moment.
            await using var moment = await context.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
            var version = await context.CatalogueStates.Select(state => state.Version).SingleAsync(cancel);
            if (_last is { } known && known.Version == version)
                return known;
            var prints = await CataloguePrints.Read(context, cancel);
            var snapshot = _last is { } last && _prints is { } before ? await ReadChanges(context, last.Snapshot, before, prints, cancel) : await ReadAll(context, cancel);
            _prints = prints;
            return _last = new VersionedCatalogue(version, snapshot);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private static async Task<CatalogueSnapshot> ReadAll(PortalDbContext context, CancellationToken cancel) => new()
    {
        Datacenters = await context.Datacenters.AsNoTracking().OrderBy(datacenter => datacenter.Name).Include(datacenter => datacenter.Rooms).ToListAsync(cancel),
        Racks = await context.Racks.AsNoTracking().OrderBy(rack => rack.Name).ToListAsync(cancel),
        DeviceTypes = await context.DeviceTypes.AsNoTracking().OrderBy(type => type.Slug).ToListAsync(cancel),
        Devices = await Devices(context).ToListAsync(cancel),
        Cables = await Cables(context).ToListAsync(cancel),
        Prefixes = await context.Prefixes.AsNoTracking().OrderBy(prefix => prefix.Id).ToListAsync(cancel),
        Neighbours = await context.LldpNeighbours.AsNoTracking().OrderBy(neighbour => neighbour.Id).ToListAsync(cancel),
    };

    private static async Task<CatalogueSnapshot> ReadChanges(PortalDbContext context, CatalogueSnapshot last, CataloguePrints before, CataloguePrints now, CancellationToken cancel)
    {
        var (devices, cables) = (now.Devices.Since(before.Devices), now.Cables.Since(before.Cables));
        if (devices.IsMost || cables.IsMost)
            return await ReadAll(context, cancel);
        return new CatalogueSnapshot
        {
            Datacenters = now.Lists["datacenters"] == before.Lists["datacenters"] ? last.Datacenters : await context.Datacenters.AsNoTracking().OrderBy(datacenter => datacenter.Name).Include(datacenter => datacenter.Rooms).ToListAsync(cancel),
            Racks = now.Lists["racks"] == before.Lists["racks"] ? last.Racks : await context.Racks.AsNoTracking().OrderBy(rack => rack.Name).ToListAsync(cancel),
            DeviceTypes = now.Lists["device_types"] == before.Lists["device_types"] ? last.DeviceTypes : await context.DeviceTypes.AsNoTracking().OrderBy(type => type.Slug).ToListAsync(cancel),
            Devices = devices.IsNothing ? last.Devices : Moved.Merge(last.Devices, device => device.Id,
                await Devices(context).Where(device => devices.Written.Contains(device.Id)).ToListAsync(cancel),
                await context.Devices.OrderBy(device => device.Name).Select(device => device.Id).ToListAsync(cancel)),
            Cables = cables.IsNothing ? last.Cables : Moved.Merge(last.Cables, cable => cable.Id,
                await Cables(context).Where(cable => cables.Written.Contains(cable.Id)).ToListAsync(cancel),
                await context.Cables.OrderBy(cable => cable.Id).Select(cable => cable.Id).ToListAsync(cancel)),
            Prefixes = now.Lists["prefixes"] == before.Lists["prefixes"] ? last.Prefixes : await context.Prefixes.AsNoTracking().OrderBy(prefix => prefix.Id).ToListAsync(cancel),
            Neighbours = now.Lists["lldp_neighbours"] == before.Lists["lldp_neighbours"] ? last.Neighbours : await context.LldpNeighbours.AsNoTracking().OrderBy(neighbour => neighbour.Id).ToListAsync(cancel),
        };
    }

    private static IQueryable<Device> Devices(PortalDbContext context) => context.Devices.AsNoTracking().OrderBy(device => device.Name)
        .Include(device => device.LogicalHost).Include(device => device.Interfaces.OrderBy(port => port.Name)).ThenInclude(port => port.Addresses).AsSplitQuery();

    private static IQueryable<Cable> Cables(PortalDbContext context) => context.Cables.AsNoTracking().OrderBy(cable => cable.Id).Include(cable => cable.Ends).AsSplitQuery();
}

/// <summary>A catalogue and its version.</summary>
/// <param name="Version">Counts up with every change.</param>
/// <param name="Snapshot">The catalogue.</param>
public sealed record VersionedCatalogue(long Version, CatalogueSnapshot Snapshot);
