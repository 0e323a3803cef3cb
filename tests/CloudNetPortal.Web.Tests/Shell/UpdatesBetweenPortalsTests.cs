using CloudNetPortal.Testing;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudNetPortal.Web.Tests.Shell;

public sealed class UpdatesBetweenPortalsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Tell_InOnePortal_IsHeardInTheOtherAndNotTwiceAtHome()
    {
        var (one, other) = (Portal(), Portal());
        await one.Line.StartAsync(default);
        await other.Line.StartAsync(default);
        var (atHome, abroad) = (0, 0);
        using var here = one.Updates.On(Topic.Pushes, () => Count(ref atHome));
        using var there = other.Updates.On(Topic.Pushes, () => Count(ref abroad));
        // The other portal may not listen yet at the first word.
        for (var i = 0; i < 60 && Volatile.Read(ref abroad) == 0; i++, await Task.Delay(500)) one.Updates.Tell(Topic.Pushes);
        Assert.True(abroad > 0);
        var told = atHome;
        await Task.Delay(700);
        Assert.Equal(told, atHome);
        await one.Line.StopAsync(default);
        await other.Line.StopAsync(default);
    }

    private static Task Count(ref int counter)
    {
        Interlocked.Increment(ref counter);
        return Task.CompletedTask;
    }

    private (LiveUpdates Updates, UpdatesBetweenPortals Line) Portal()
    {
        var updates = new LiveUpdates(NullLogger<LiveUpdates>.Instance);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Portal"] = postgres.ConnectionString }).Build();
        return (updates, new UpdatesBetweenPortals(updates, settings, NullLogger<UpdatesBetweenPortals>.Instance));
    }
}
