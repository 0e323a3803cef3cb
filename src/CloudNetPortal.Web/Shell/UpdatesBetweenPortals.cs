using System.Collections.Concurrent;
using CloudNetPortal.Web.Shared;
using Npgsql;

namespace CloudNetPortal.Web.Shell;

/// <summary>
/// Lets pages of one portal follow what another one does: topics that moved go through the database as notifications, several at a time, without any data. Should one get
/// lost, a page is behind until the next; nothing depends on it.
/// </summary>
internal sealed class UpdatesBetweenPortals(LiveUpdates updates, IConfiguration configuration, ILogger<UpdatesBetweenPortals> log) : BackgroundService
{
    private const string Channel = "portal_moved";

    // A notification holds at most 8,000 bytes; a topic has less than 50.
    private const int MostTopics = 100;

    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3);
    private readonly string _own = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, byte> _moved = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        updates.Outward = topic => _moved.TryAdd(topic, 0);
        return Task.WhenAll(Repeat(Listen, stoppingToken), Repeat(Send, stoppingToken));
    }

    private async Task Repeat(Func<CancellationToken, Task> act, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await act(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException trouble)
            {
                log.LogInformation("Updates between portals wait for the database: {Trouble}", trouble.Message);
                await Task.Delay(Again, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Listen(CancellationToken stop)
    {
        await using var line = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Portal")) { Pooling = false, KeepAlive = 10 }.ConnectionString);
        line.Notification += (_, told) =>
        {
            var parts = told.Payload.Split('\n');
            if (parts[0] == _own)
                return;
            foreach (var topic in parts.Skip(1))
                updates.Hear(topic);
        };
        await line.OpenAsync(stop);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", line))
            await listen.ExecuteNonQueryAsync(stop);
        while (!stop.IsCancellationRequested)
            await line.WaitAsync(stop);
    }

    private async Task Send(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Gather, stop);
            var topics = _moved.Keys.Take(MostTopics).ToList();
            if (topics.Count == 0)
                continue;
            foreach (var topic in topics)
                _moved.TryRemove(topic, out _);
            await using var line = new NpgsqlConnection(configuration.GetConnectionString("Portal"));
            await line.OpenAsync(stop);
            await using var tell = new NpgsqlCommand("select pg_notify(@channel, @topics)", line);
            tell.Parameters.AddWithValue("channel", Channel);
            tell.Parameters.AddWithValue("topics", string.Join('\n', topics.Prepend(_own)));
            await tell.ExecuteNonQueryAsync(stop);
        }
    }
}
