using System.Diagnostics;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Testing;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Push;
using CloudNetPortal.Web.Features.Zones;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CloudNetPortal.Web.Tests.Features.Push;

/// <summary>
/// The portal in a process of its own, killed again and again in the middle of a push: four times by default, and with CLOUDNET_FULL_MATRIX=1 at every step in turn before
/// sending (intent), after sending (sent) and after the answer (result).
/// </summary>
public sealed class PushSurvivesKillTests
{
    internal static readonly string MasterKeyText = Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());

    private static readonly bool Full = Environment.GetEnvironmentVariable("CLOUDNET_FULL_MATRIX") == "1";
    private static readonly int[] Lives = [150, 400, 900, 1600];
    private static readonly string[] Phases = ["intent", "sent", "result"];

    [Fact]
    public async Task Push_PortalKilledAgainAndAgain_GoesOnByItselfAndMakesNothingTwice()
    {
        await using var cloud = await PracticeCloud.StartAsync("--latency", "0.2");
        await using var portal = await PortalProcess.StartAsync(sample: false, new Dictionary<string, string> { ["Portal__MasterKey"] = MasterKeyText }, cloud);
        await using var services = UseCasesOn(portal.ConnectionString);
        var run = await OrderAsync(services);
        for (var kill = 0; Full || kill < Lives.Length; kill++)
        {
            await LiveAsync(services, run, kill);
            await portal.KillAsync();
            var written = await EntriesAsync(services, run);
            if ((await RunAsync(services, run)).State == PushState.Done)
                break;
            var clock = Stopwatch.StartNew();
            await portal.RestartAsync();
            while (await EntriesAsync(services, run) == written && (await RunAsync(services, run)).State != PushState.Done && clock.Elapsed < TimeSpan.FromSeconds(30))
                await Task.Delay(50);
            Assert.True(await EntriesAsync(services, run) > written || (await RunAsync(services, run)).State == PushState.Done, $"nothing went on within 60 s of the start: {await StandAsync(services, run)}\n{portal.Output}");
            TestContext.Current.TestOutputHelper?.WriteLine($"killed after {written} entries, went on {clock.Elapsed.TotalSeconds:0.0} s after the start of the next process began");
        }

        for (var i = 0; i < 600 && (await RunAsync(services, run)).State is PushState.Running or PushState.Waiting; i++)
            await Task.Delay(200);
        var ended = await RunAsync(services, run);
        Assert.True(ended.State == PushState.Done, $"{ended.State} {ended.StopReason}");
        Assert.Equal(0, ended.Differences);

        using var http = CloudStackHttp.Create();
        var client = new CloudStackClient(http, new CloudStackEndpoint(cloud.Endpoint, cloud.Key, cloud.Secret), TimeProvider.System);
        Assert.Equal("Enabled", Assert.Single(await ListedZone.ListAsync(client)).AllocationState);
        Assert.Single(await ListedPhysicalNetwork.ListAsync(client));
        Assert.Single(await ListedPod.ListAsync(client));
        Assert.Single(await ListedCluster.ListAsync(client));
        Assert.Single(await ListedImageStore.ListAsync(client));
    }

    private static async Task LiveAsync(ServiceProvider services, Guid run, int kill)
    {
        if (!Full)
        {
            await Task.Delay(Lives[kill]);
            return;
        }
        var before = await EntriesAsync(services, run, Phases[kill % Phases.Length]);
        while (await EntriesAsync(services, run, Phases[kill % Phases.Length]) == before && (await RunAsync(services, run)).State is PushState.Running or PushState.Waiting)
            await Task.Delay(3);
    }

    internal static async Task<Guid> OrderAsync(ServiceProvider services)
    {
        await using var db = services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        var user = new PortalUser { SignInName = "ana", DisplayName = "Ana", Roles = [Roles.ZoneDesigner, Roles.Operator] };
        db.Users.Add(user);
        await db.SaveChangesAsync();
        var ana = new Caller(user.Id, "Ana", user.Roles.ToHashSet(), new HashSet<string>());
        var cloud = await db.Clouds.Select(c => c.Id).SingleAsync();
        var zone = await services.GetRequiredService<ImportZone>().Execute(ana, new ImportedZone(UseCaseFixture.ADesign(200), new Dictionary<string, string> { ["pw"] = "x" }, cloud, "lab"));
        var number = await services.GetRequiredService<SubmitZone>().Execute(ana, zone.Value, "zone", "");
        Assert.False(number.Failed(out var outcome), outcome?.Sentence);
        var run = await services.GetRequiredService<StartPush>().Execute(ana, await db.Changes.Where(c => c.Number == number.Value).Select(c => c.Id).SingleAsync());
        Assert.False(run.Failed(out outcome), outcome?.Sentence);
        return run.Value;
    }

    internal static async Task<int> EntriesAsync(ServiceProvider services, Guid run, string? kind = null)
    {
        await using var db = services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        return await db.PushJournal.CountAsync(j => j.RunId == run && (kind == null || j.Kind == kind));
    }

    private static async Task<string> StandAsync(ServiceProvider services, Guid run) => await RunAsync(services, run) switch { var now => $"{now.State} {now.StopReason}, {await EntriesAsync(services, run)} entries" };

    internal static async Task<PushRun> RunAsync(ServiceProvider services, Guid run)
    {
        await using var db = services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        return await db.PushRuns.AsNoTracking().SingleAsync(r => r.Id == run);
    }

    // The same acts that pages offer, on the database of the portal; its worker alone pushes.
    internal static ServiceProvider UseCasesOn(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Portal"] = connectionString, ["Portal:MasterKey"] = MasterKeyText }).Build());
        services.AddDbContextFactory<PortalDbContext>((provider, options) => options.UsePortalStore(connectionString, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IPasswordHasher<PortalUser>, PasswordHasher<PortalUser>>();
        services.AddDataProtection().SetApplicationName("CloudNetPortal");
        services.AddSingleton<MasterKey>();
        services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<PortalDbContext>, MasterKey>((options, store, master) =>
            (options.XmlRepository, options.XmlEncryptor) = (new ProtectionKeys(store), new SealedXml(master)));
        services.AddUseCases();
        return services.BuildServiceProvider();
    }
}
