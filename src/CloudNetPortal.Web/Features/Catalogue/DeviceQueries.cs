using System.Net;
using System.Net.NetworkInformation;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Auditing;
using Microsoft.EntityFrameworkCore;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>Lists of the catalogue, filtered, sorted and paged by the database.</summary>
internal sealed class DeviceQueries(IDbContextFactory<PortalDbContext> store)
{
    public async Task<DeviceList> List(DeviceFilter filter, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var matching = Matching(db, filter);
        var sorting = Sorting.From(filter.Sort, "name");
        IQueryable<Device> sorted = (sorting.Column, sorting.Descending) switch
        {
            ("role", false) => matching.OrderBy(d => d.Role).ThenBy(d => EF.Functions.Collate(d.Name, "natural_order")),
            ("role", true) => matching.OrderByDescending(d => d.Role).ThenBy(d => EF.Functions.Collate(d.Name, "natural_order")),
            ("status", false) => matching.OrderBy(d => d.Status).ThenBy(d => EF.Functions.Collate(d.Name, "natural_order")),
            ("status", true) => matching.OrderByDescending(d => d.Status).ThenBy(d => EF.Functions.Collate(d.Name, "natural_order")),
            (_, true) => matching.OrderByDescending(d => EF.Functions.Collate(d.Name, "natural_order")),
            _ => matching.OrderBy(d => EF.Functions.Collate(d.Name, "natural_order")),
        };
        var rows = await sorted.Skip((Math.Max(1, filter.Page) - 1) * DeviceFilter.PageSize).Take(DeviceFilter.PageSize).Select(d => new DeviceRow(
            d.Name, d.Role,
            db.DeviceTypes.Where(t => t.Id == d.DeviceTypeId).Select(t => t.Model).FirstOrDefault(),
            db.Racks.Where(r => r.Id == d.RackId).Select(r => r.Name).FirstOrDefault(),
            d.Position, d.Status,
            d.Interfaces.Count(i => i.Kind == InterfaceKind.Physical),
            d.Interfaces.Count(i => i.Kind == InterfaceKind.Physical && db.CableEnds.Any(e => e.InterfaceId == i.Id)),
            d.Interfaces.Count(i => i.Kind == InterfaceKind.Bond),
            d.Interfaces.Count(i => !i.MadeByCloudStack && (i.Kind == InterfaceKind.Bridge || i.Kind == InterfaceKind.OvsBridge || i.Kind == InterfaceKind.VSwitch || i.Kind == InterfaceKind.XenNetwork)))).ToListAsync(cancel);
        return new DeviceList(rows, await matching.CountAsync(cancel), await db.Devices.CountAsync(cancel),
            await db.Devices.Select(d => d.Role).Distinct().OrderBy(r => r).ToListAsync(cancel),
            await db.Racks.Where(r => db.Devices.Any(d => d.RackId == r.Id)).Select(r => r.Name).Distinct().OrderBy(name => EF.Functions.Collate(name, "natural_order")).Take(500).ToListAsync(cancel));
    }

    private static IQueryable<Device> Matching(PortalDbContext db, DeviceFilter filter)
    {
        var devices = db.Devices.AsNoTracking();
        if (filter.Role is { } role)
            devices = devices.Where(d => d.Role == role);
        if (filter.Rack is { } rack)
            devices = devices.Where(d => db.Racks.Any(r => r.Id == d.RackId && r.Name == rack));
        if (filter.LifeCycle is { } status)
            devices = devices.Where(d => d.Status == status);
        if (filter.Search is not { Length: > 0 } text)
            return devices;
        if (IPAddress.TryParse(text, out var address) && text.Contains('.', StringComparison.Ordinal))
            return devices.Where(d => d.LogicalHost!.ManagementAddress == address || d.Interfaces.Any(i => i.Addresses.Any(a => a.Address == address)));
        if (text.Length >= 12 && PhysicalAddress.TryParse(text.ToUpperInvariant().Replace(':', '-'), out var mac))
            return devices.Where(d => d.Interfaces.Any(i => i.Mac == mac));
        var like = $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        return devices.Where(d => EF.Functions.ILike(d.Name, like) || EF.Functions.ILike(d.Serial!, like));
    }

    /// <summary>Racks and hardware models to choose from.</summary>
    public async Task<(IReadOnlyList<Rack> Racks, IReadOnlyList<DeviceType> Types)> Choices(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return (await db.Racks.AsNoTracking().OrderBy(r => EF.Functions.Collate(r.Name, "natural_order")).Take(2000).ToListAsync(cancel),
            await db.DeviceTypes.AsNoTracking().OrderBy(t => t.Manufacturer).ThenBy(t => t.Model).Take(2000).ToListAsync(cancel));
    }

    /// <summary>What was done to a device and its ports, the newest first.</summary>
    public async Task<IReadOnlyList<AuditRecord>> History(Device device, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var ids = device.Interfaces.Select(i => i.Id.ToString()).Append(device.Id.ToString()).ToList();
        return await db.Audit.AsNoTracking().Where(a => ids.Contains(a.ObjectId)).OrderByDescending(a => a.At).Take(100).ToListAsync(cancel);
    }
}

/// <summary>One page of the device list.</summary>
public sealed record DeviceList(IReadOnlyList<DeviceRow> Rows, int Matching, int All, IReadOnlyList<string> Roles, IReadOnlyList<string> Racks)
{
    public int Pages => Math.Max(1, (Matching + DeviceFilter.PageSize - 1) / DeviceFilter.PageSize);
}

/// <summary>A device in the list.</summary>
public sealed record DeviceRow(string Name, string Role, string? Type, string? Rack, decimal? Unit, LifeCycle Status, int Ports, int Cabled, int Bonds, int Bridges);
