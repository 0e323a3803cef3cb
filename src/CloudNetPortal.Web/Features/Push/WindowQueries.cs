using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>The maintenance windows of a cloud.</summary>
internal sealed class WindowQueries(IDbContextFactory<PortalDbContext> store)
{
    /// <summary>Each with the name of the zone it is for; null for all zones.</summary>
    public async Task<IReadOnlyList<(MaintenanceWindow Window, string? Zone)>> Of(Guid cloudId, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var windows = await db.MaintenanceWindows.AsNoTracking().Where(w => w.CloudId == cloudId).OrderBy(w => w.From).ToListAsync(cancel);
        var zones = await db.Zones.AsNoTracking().Where(z => z.CloudId == cloudId).ToDictionaryAsync(z => z.Id, z => z.Name, cancel);
        return [.. windows.Select(w => (w, w.ZoneId is { } zone ? zones.GetValueOrDefault(zone, "another zone") : null))];
    }
}
