using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>Compares every zone that was pushed or imported with its cloud, one after another, in one of the portals at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class CheckZones(IDbContextFactory<PortalDbContext> store, DriftBase bases, CheckDrift check, ILogger<CheckZones> log) : IJob
{
    /// <summary>How often.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var zone in await Zones(cancellationToken))
        {
            // A zone that cannot be read must not keep the others from being read; why it could not is kept with it.
            if (await bases.Of(zone, cancellationToken) is null) continue;
            try
            {
                await check.Execute(Caller.Portal, zone, cancellationToken);
            }
            catch (Exception defect) when (defect is not OperationCanceledException)
            {
                log.LogError(defect, "Zone {Zone} could not be compared with its cloud.", zone);
            }
        }
    }

    private async Task<List<Guid>> Zones(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Zones.Where(z => z.RemovedAt == null && z.CloudId != null).OrderBy(z => z.Name).Select(z => z.Id).ToListAsync(cancel);
    }
}
