using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>
/// Carries out what was ordered. When its bell rings (something was ordered here, or the schedule says that it is this portal's turn) it looks for pushes that
/// wait, or whose worker is gone, takes the zone's lease and runs them; several zones at a time, one push in each. Should the schedule stand still, it looks all the
/// same. After a restart of the portal everything goes on by itself.
/// </summary>
internal sealed class PushWorker(IDbContextFactory<PortalDbContext> store, PushJob job, PushBell bell, IConfiguration configuration, TimeProvider time, ILogger<PushWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(4);

    // What is more waits for another portal, or for one of these to end.
    private const int MostRuns = 8;
    private readonly Dictionary<Guid, Task> _running = [];
    private readonly string _name = $"{Environment.MachineName}/{Environment.ProcessId}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var (id, _) in _running.Where(run => run.Value.IsCompleted).ToList())
                    _running.Remove(id);
                foreach (var run in await Due(stoppingToken))
                {
                    if (_running.Count < MostRuns && !_running.ContainsKey(run.Id) && await LeasedZone.Take(configuration.GetConnectionString("Portal")!, run.CloudId, run.ZoneId, _name, stoppingToken) is { } lease)
                        _running[run.Id] = RunSafely(run.Id, lease, stoppingToken);
                }

                await bell.Wait(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception trouble) when (trouble is NpgsqlException or InvalidOperationException or DbUpdateException)
            {
                // The database is away or being restarted: what is under way has its own answer, new work waits.
                log.LogWarning("Pushes wait for the database: {Trouble}", trouble.GetBaseException().Message);
                await bell.Wait(Look, CancellationToken.None);
            }
        }

        await Task.WhenAll(_running.Values);
    }

    private async Task<List<PushRun>> Due(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var due = new List<PushRun>();
        foreach (var run in await db.PushRuns.AsNoTracking().Where(run => run.State == PushState.Waiting || run.State == PushState.Running).OrderBy(run => run.StartedAt).ToListAsync(cancel))
        {
            // One whose worker is gone is taken up outside its window, too: what was in flight is settled, and it pauses.
            if (run.State == PushState.Running || run.CancelRequested || await PushWindows.IsOpen(db, run, time.GetUtcNow(), cancel))
                due.Add(run);
        }

        return due;
    }

    private async Task RunSafely(Guid runId, LeasedZone lease, CancellationToken stop)
    {
        await using (lease)
        {
            try
            {
                await job.Run(runId, lease, _name, stop);
            }
            catch (Exception defect) when (defect is not OutOfMemoryException)
            {
                log.LogError(defect, "Push {Run} ended by a defect or an outage; it is taken up again.", runId);
            }
        }
    }
}
