using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>When a push may run: in a maintenance window of its zone, else of its cloud; at any time where there is none.</summary>
internal static class PushWindows
{
    public static async Task<bool> IsOpen(PortalDbContext db, PushRun run, DateTimeOffset now, CancellationToken cancel)
    {
        var windows = await Of(db, run.CloudId, run.ZoneId, cancel);
        return windows.Count == 0 || windows.Any(window => window.ClosesAt(now) is not null);
    }

    /// <summary>When the next one opens; null when there is none, or one is open.</summary>
    public static async Task<DateTimeOffset?> OpensAt(PortalDbContext db, PushRun run, DateTimeOffset now, CancellationToken cancel)
    {
        var windows = await Of(db, run.CloudId, run.ZoneId, cancel);
        return windows.Count == 0 || windows.Any(window => window.ClosesAt(now) is not null) ? null : windows.Min(window => window.OpensAt(now));
    }

    private static async Task<List<MaintenanceWindow>> Of(PortalDbContext db, Guid cloud, Guid zone, CancellationToken cancel)
    {
        var all = await db.MaintenanceWindows.AsNoTracking().Where(w => w.CloudId == cloud && (w.ZoneId == null || w.ZoneId == zone)).ToListAsync(cancel);
        return all.Exists(w => w.ZoneId == zone) ? [.. all.Where(w => w.ZoneId == zone)] : all;
    }
}
