using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Snapshots;
using CloudNetPortal.Push.Tests.Drills;
using CloudNetPortal.Push.Tests.Things;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.Snapshots;

public sealed class SnapshotReaderTests
{
    [Fact]
    public async Task Read_OfAPushedZone_HoldsEveryObject()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var client = Client(cloud);
        await PushAsync(client, DrillDesign.Make());

        var reading = await new SnapshotReader(client, TimeProvider.System).ReadByNameAsync("DRILL", TestContext.Current.CancellationToken);

        var snapshot = reading.Snapshot;
        Assert.NotNull(snapshot.ZoneId);
        Assert.DoesNotContain(reading.Notes, n => !n.StartsWith("listAnnotations", StringComparison.Ordinal));
        Assert.InRange(reading.Calls, 10, 40);
        foreach (var (command, count) in new[]
        {
            ("listZones", 1), ("listPhysicalNetworks", 2), ("listTrafficTypes", 4), ("listPods", 2), ("listStorageNetworkIpRange", 2), ("listVlanIpRanges", 2), ("listClusters", 2), ("listHosts", 5),
            ("listImageStores", 1), ("listDedicatedGuestVlanRanges", 1), ("listNetworkServiceProviders", 12),
        })
            Assert.True(snapshot.Rows(command).Count == count, $"{command}: {snapshot.Rows(command).Count}");
        var guest = FieldPath.Text(snapshot.Rows("listPhysicalNetworks").Single(n => FieldPath.Text(n, "name") == "drill-guest"), "id");
        Assert.Equal(guest, FieldPath.Text(Assert.Single(snapshot.Rows("listDedicatedGuestVlanRanges")), "physicalnetworkid"));
        Assert.All(snapshot.Rows("listTrafficTypes"), t => Assert.NotNull(FieldPath.Text(t, "physicalnetworkid")));

        var again = await new SnapshotReader(client, TimeProvider.System).ReadByIdAsync(snapshot.ZoneId!, TestContext.Current.CancellationToken);
        Assert.Equal(snapshot.Hash(), again.Snapshot.Hash());
    }

    [Fact]
    public async Task Read_OfAZoneThatIsNotThere_HasNoId()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var reading = await new SnapshotReader(Client(cloud), TimeProvider.System).ReadByNameAsync("nowhere", TestContext.Current.CancellationToken);
        Assert.Null(reading.Snapshot.ZoneId);
        Assert.NotEmpty(reading.Snapshot.Rows("listNetworkOfferings"));
    }

    [Fact]
    public async Task Read_WithWrongKeys_SaysSo()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var client = new CloudStackClient(CloudStackHttp.Create(), new CloudStackEndpoint(cloud.Endpoint, cloud.Key, "wrong"), TimeProvider.System);
        var problem = await Assert.ThrowsAsync<SnapshotException>(() => new SnapshotReader(client, TimeProvider.System).ReadByNameAsync("drill", TestContext.Current.CancellationToken));
        Assert.Contains("refuses these keys", problem.Message, StringComparison.Ordinal);
    }

    internal static CloudStackClient Client(PracticeCloud cloud) => new(CloudStackHttp.Create(), new CloudStackEndpoint(cloud.Endpoint, cloud.Key, cloud.Secret), TimeProvider.System);

    internal static async Task<PushOutcome> PushAsync(CloudStackClient client, Domain.Zones.ZoneDesign design)
    {
        var plan = Planner.Plan(design, new string('0', 64), CatalogueSnapshot.Empty);
        var outcome = await new PlanRunner(plan, client, new MemoryJournal(), (_, _) => Task.FromResult("password"), new Recorder(), TimeProvider.System).RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.True(outcome.Kind == PushOutcomeKind.Completed, string.Join('\n', outcome.Steps.Where(s => s.State != StepState.Done).Select(s => $"{s.Key}: {s.Text}").Append(outcome.Text)));
        return outcome;
    }
}
