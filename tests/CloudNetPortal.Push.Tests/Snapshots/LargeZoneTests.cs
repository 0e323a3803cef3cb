using System.Diagnostics;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Drift;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Push.Snapshots;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.Snapshots;

/// <summary>A zone of a thousand hosts is read with few calls. It takes minutes to make; CLOUDNET_LARGE_ZONE=1 runs it.</summary>
public sealed class LargeZoneTests(ITestOutputHelper output)
{
    private const int Pods = 10, HostsInEach = 100;

    [Fact]
    public async Task Read_OfAThousandHosts_TakesAtMostAHundredCalls()
    {
        if (Environment.GetEnvironmentVariable("CLOUDNET_LARGE_ZONE") != "1") Assert.Skip("set CLOUDNET_LARGE_ZONE=1 to make a zone of 1,000 hosts");
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var client = SnapshotReaderTests.Client(cloud);
        await SnapshotReaderTests.PushAsync(client, Drift.DriftDesigns.Advanced());
        var reader = new SnapshotReader(client, TimeProvider.System);
        var zone = (await reader.ReadByNameAsync("drill", TestContext.Current.CancellationToken)).Snapshot.ZoneId!;
        for (var pod = 0; pod < Pods; pod++)
        {
            var podId = await MakeAsync(client, "createPod", ("zoneid", zone), ("name", $"large-{pod}"), ("gateway", $"10.90.{pod}.1"), ("netmask", "255.255.255.0"), ("startip", $"10.90.{pod}.10"), ("endip", $"10.90.{pod}.29"));
            var clusterId = await MakeAsync(client, "addCluster", ("zoneid", zone), ("podid", podId), ("clustername", $"large-{pod}"), ("hypervisor", "KVM"), ("clustertype", "CloudManaged"));
            for (var host = 0; host < HostsInEach; host++)
                await MakeAsync(client, "addHost", ("zoneid", zone), ("podid", podId), ("clusterid", clusterId), ("hypervisor", "KVM"), ("url", $"http://10.90.{pod}.{50 + host}"), ("username", "root"), ("password", "x"));
        }

        var watch = Stopwatch.StartNew();
        var reading = await reader.ReadByIdAsync(zone, TestContext.Current.CancellationToken);
        var read = watch.Elapsed;
        var imported = ZoneObserver.Import(reading.Snapshot);
        var observed = watch.Elapsed;
        Assert.DoesNotContain(ZoneDrift.Find(imported.Design, reading.Snapshot, imported.Ids), d => d.Kind != DriftKind.State);
        var compared = watch.Elapsed;
        output.WriteLine($"{reading.Snapshot.Rows("listHosts").Count} hosts: {reading.Calls} calls, read in {read.TotalSeconds:0.00} s, as a design in {(observed - read).TotalSeconds:0.00} s, compared in {(compared - observed).TotalSeconds:0.00} s.");
        Assert.True(reading.Calls <= 100, $"{reading.Calls} calls");
        Assert.True(reading.Snapshot.Rows("listHosts").Count >= Pods * HostsInEach);
    }

    private static async Task<string> MakeAsync(CloudStackClient client, string command, params (string, string?)[] arguments)
    {
        var answer = await client.CallToEndAsync(ApiCall.Of(command, arguments));
        Assert.True(answer.Failure is null, $"{command}: {answer.Failure}");
        return answer.Id ?? FieldPath.Text(answer.Objects[0], "id")!;
    }
}
