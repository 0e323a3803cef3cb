using System.Diagnostics;
using System.Text.Json;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CloudNetPortal.Web.Tests.Features.Push;

/// <summary>Two portals as processes on one database: what one leaves, the other goes on with, and never both.</summary>
public sealed class SeveralPortalsTests
{
    private static readonly TimeSpan TakenOver = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData("STOP")]
    [InlineData("KILL")]
    public async Task Push_WhoseWorkerStandsStill_IsTakenOverAndTheOldOneSendsNothingMore(string signal)
    {
        await using var cloud = await PracticeCloud.StartAsync("--latency", "1");
        await using var first = await PortalProcess.StartAsync(sample: false, new Dictionary<string, string> { ["Portal__MasterKey"] = PushSurvivesKillTests.MasterKeyText }, cloud);
        await using var second = await first.BesideAsync();
        await using var services = PushSurvivesKillTests.UseCasesOn(first.ConnectionString);
        var run = await PushSurvivesKillTests.OrderAsync(services);
        while (await PushSurvivesKillTests.EntriesAsync(services, run, "sent") < 6) await Task.Delay(20);

        var (holder, fence) = await HolderAsync(services);
        var (old, other) = holder.EndsWith($"/{first.ProcessId}", StringComparison.Ordinal) ? (first, second) : (second, first);
        Assert.EndsWith($"/{old.ProcessId}", holder, StringComparison.Ordinal);
        await old.SignalAsync(signal);
        var clock = Stopwatch.StartNew();
        while ((await HolderAsync(services)).Fence == fence && clock.Elapsed < TimeSpan.FromSeconds(40)) await Task.Delay(100);
        var takeover = clock.Elapsed;
        TestContext.Current.TestOutputHelper?.WriteLine($"{signal}: taken over after {takeover.TotalSeconds:0.0} s");
        Assert.True(takeover <= TakenOver, $"taken over after {takeover.TotalSeconds:0.0} s\n{other.Output}");

        for (var i = 0; i < 600 && (await PushSurvivesKillTests.RunAsync(services, run)).State is PushState.Running or PushState.Waiting; i++) await Task.Delay(200);
        var ended = await PushSurvivesKillTests.RunAsync(services, run);
        Assert.True(ended is { State: PushState.Done, Differences: 0 }, $"{ended.State} {ended.StopReason}");
        var (changes, twice) = await ChangesAsync(cloud);
        Assert.Empty(twice);
        if (signal == "KILL") return;

        // It wakes with calls prepared and answers unread: none of it leads to anything.
        await old.SignalAsync("CONT");
        await Task.Delay(4000);
        Assert.Equal(changes, (await ChangesAsync(cloud)).Count);
    }

    private static async Task<(string Holder, long Fence)> HolderAsync(ServiceProvider services)
    {
        await using var db = services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        return await db.ZoneLeases.AsNoTracking().Select(l => new ValueTuple<string, long>(l.Holder, l.Fence)).SingleAsync();
    }

    // Calls that change something, and those among the accepted ones that made the same thing twice.
    private static async Task<(int Count, IReadOnlyList<string> Twice)> ChangesAsync(PracticeCloud cloud)
    {
        using var http = new HttpClient();
        using var calls = JsonDocument.Parse(await http.GetStringAsync(new Uri(cloud.Endpoint, "/control/calls")));
        var changes = calls.RootElement.EnumerateArray().Where(c => c.GetProperty("command").GetString() is { } command && !command.StartsWith("list", StringComparison.OrdinalIgnoreCase) && !command.StartsWith("query", StringComparison.OrdinalIgnoreCase)).ToList();
        var made = changes.Where(c => c.GetProperty("status").GetInt32() == 200 && c.GetProperty("command").GetString()!.StartsWith("create", StringComparison.Ordinal))
            .GroupBy(c => c.GetProperty("command").GetString() + c.GetProperty("parameters").EnumerateObject().Where(p => p.Name is "name" or "startip").Select(p => p.Value.ToString()).FirstOrDefault());
        return (changes.Count, [.. made.Where(g => g.Count() > 1).Select(g => g.Key)]);
    }
}
