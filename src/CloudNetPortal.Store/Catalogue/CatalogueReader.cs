using CloudNetPortal.Domain.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Store.Catalogue;

/// <summary>Reads the whole catalogue at one moment, in a handful of queries.</summary>
public sealed class CatalogueReader(IDbContextFactory<PortalDbContext> contexts)
{
    private volatile VersionedCatalogue? _last;

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
        // All queries see one moment.
        await using var moment = await context.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var version = await context.CatalogueStates.Select(state => state.Version).SingleAsync(cancel);
        if (_last is { } known && known.Version == version)
            return known; // somebody else has read it meanwhile
        return _last = new VersionedCatalogue(version, await ReadNow(context, cancel));
    }

    private static async Task<CatalogueSnapshot> ReadNow(PortalDbContext context, CancellationToken cancel)
    {
        var devices = await context.Devices.AsNoTracking().OrderBy(device => device.Name)
            .Include(device => device.LogicalHost).Include(device => device.Interfaces.OrderBy(port => port.Name)).ThenInclude(port => port.Addresses).AsSplitQuery().ToListAsync(cancel);
        return new CatalogueSnapshot
        {
            Datacenters = await context.Datacenters.AsNoTracking().OrderBy(datacenter => datacenter.Name).Include(datacenter => datacenter.Rooms).ToListAsync(cancel),
            Racks = await context.Racks.AsNoTracking().OrderBy(rack => rack.Name).ToListAsync(cancel),
            DeviceTypes = await context.DeviceTypes.AsNoTracking().OrderBy(type => type.Slug).ToListAsync(cancel),
            Devices = devices,
            Cables = await context.Cables.AsNoTracking().OrderBy(cable => cable.Id).Include(cable => cable.Ends).AsSplitQuery().ToListAsync(cancel),
            Prefixes = await context.Prefixes.AsNoTracking().OrderBy(prefix => prefix.Id).ToListAsync(cancel),
            Neighbours = await context.LldpNeighbours.AsNoTracking().OrderBy(neighbour => neighbour.Id).ToListAsync(cancel),
        };
    }
}

/// <summary>A catalogue and its version.</summary>
/// <param name="Version">Counts up with every change.</param>
/// <param name="Snapshot">The catalogue.</param>
public sealed record VersionedCatalogue(long Version, CatalogueSnapshot Snapshot);
