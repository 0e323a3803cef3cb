using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Features.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Cabling;

/// <summary>Cables and free ports.</summary>
internal sealed class CableQueries(IDbContextFactory<PortalDbContext> store)
{
    public const int PageSize = 50;

    public async Task<CableList> List(string? search, int page, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var cables = db.Cables.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            var like = $"%{search.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            cables = cables.Where(c => EF.Functions.ILike(c.Label!, like) || c.Ends.Any(e => db.Interfaces.Any(i => i.Id == e.InterfaceId && db.Devices.Any(d => d.Id == i.DeviceId && EF.Functions.ILike(d.Name, like)))));
        }
        var matching = await cables.CountAsync(cancel);
        var here = await cables.OrderBy(c => EF.Functions.Collate(c.Label!, "natural_order")).ThenBy(c => c.Id).Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).Include(c => c.Ends).ToListAsync(cancel);
        var ids = here.SelectMany(c => c.Ends).Select(e => e.InterfaceId).ToList();
        var ports = await db.Interfaces.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, Device = db.Devices.Where(d => d.Id == i.DeviceId).Select(d => d.Name).First(), i.Name }).ToDictionaryAsync(p => p.Id, p => new CablePort(p.Id, p.Device, p.Name), cancel);
        IReadOnlyList<CablePort> Side(Domain.Catalogue.Cabling.Cable cable, char side) => [.. cable.Ends.Where(e => e.Side == side).Select(e => ports[e.InterfaceId])];
        return new CableList([.. here.Select(c => new CableRow(c.Id, c.Label, c.Type, c.Status, c.LengthMetres, Side(c, 'A'), Side(c, 'B')))], matching, await db.Cables.CountAsync(cancel));
    }

    /// <summary>Ports of a device that can take a cable and have none.</summary>
    public async Task<IReadOnlyList<string>> FreePorts(string device, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var named = db.Devices.Named(device);
        return await db.Interfaces.AsNoTracking()
            .Where(i => named.Any(d => d.Id == i.DeviceId) && (i.Kind == InterfaceKind.Physical || i.Kind == InterfaceKind.FrontPort || i.Kind == InterfaceKind.RearPort))
            .Where(i => !db.CableEnds.Any(e => e.InterfaceId == i.Id && db.Cables.Any(c => c.Id == e.CableId && c.Status != LifeCycle.Decommissioning)))
            .OrderBy(i => EF.Functions.Collate(i.Name, "natural_order")).Select(i => i.Name).Take(1000).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<string>> Devices(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Devices.AsNoTracking().OrderBy(d => EF.Functions.Collate(d.Name, "natural_order")).Select(d => d.Name).Take(5000).ToListAsync(cancel);
    }
}

/// <summary>One page of the cable list.</summary>
public sealed record CableList(IReadOnlyList<CableRow> Rows, int Matching, int All)
{
    public int Pages => Math.Max(1, (Matching + CableQueries.PageSize - 1) / CableQueries.PageSize);
}

/// <summary>A cable in the list.</summary>
public sealed record CableRow(Guid Id, string? Label, string? Type, LifeCycle Status, decimal? LengthMetres, IReadOnlyList<CablePort> A, IReadOnlyList<CablePort> B);

/// <summary>A port at the end of a cable.</summary>
public sealed record CablePort(Guid Id, string Device, string Name);
