namespace CloudNetPortal.CloudStackEmulator.Tests.Hosting;

public sealed class PersistenceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("practice-cloud-").FullName;

    private string StateFile => Path.Combine(folder, "deeper", "state.json");

    [Fact]
    public async Task State_AfterAStopWithoutWarning_IsThereAgain()
    {
        string zone, network, job;
        await using (var cloud = await RunningCloud.StartAsync(o => o.StateFile = StateFile))
        {
            zone = await cloud.ZoneAsync("kept", more: ("guestcidraddress", "10.1.1.0/24"));
            network = await cloud.NetworkAsync(zone, "n", ("isolationmethods", "VLAN"));
            job = (await cloud.DoAsync("updatePhysicalNetwork", ("id", network), ("vlan", "100-200,300-310")))["jobid"]!.ToString();
            await cloud.EndOfAsync(new() { ["jobid"] = job });
            await cloud.DoAsync("updateConfiguration", ("name", "ping.interval"), ("value", "10"));
            File.Copy(StateFile, StateFile + ".killed"); // what a kill would have left at this moment
        }
        await using var again = await RunningCloud.StartAsync(o => o.StateFile = StateFile + ".killed");
        Assert.Equal(zone, (await again.DoAsync("listZones", ("name", "kept")))["zone"]![0]!["id"]!.ToString());
        Assert.Equal("100-200,300-310", (await again.DoAsync("listPhysicalNetworks", ("id", network)))["physicalnetwork"]![0]!["vlan"]!.ToString());
        Assert.Equal(1, (await again.DoAsync("queryAsyncJobResult", ("jobid", job)))["jobstatus"]!.GetValue<int>());
        Assert.Equal("10", (await again.DoAsync("listConfigurations", ("name", "ping.interval")))["configuration"]![0]!["value"]!.ToString());
        await again.NetworkAsync(zone, "second");
    }

    [Fact]
    public async Task RunningJob_AfterAKill_IsFailedWithoutAResult()
    {
        string job;
        await using (var cloud = await RunningCloud.StartAsync(o =>
        {
            o.StateFile = StateFile;
            o.Faults.Add(new() { Command = "updatePhysicalNetwork", Kind = CloudStackEmulator.Faults.FaultKind.JobHangs });
        }))
        {
            var network = await cloud.NetworkAsync(await cloud.ZoneAsync(), "n");
            job = (await cloud.DoAsync("updatePhysicalNetwork", ("id", network), ("state", "Enabled")))["jobid"]!.ToString();
        }
        await using var again = await RunningCloud.StartAsync(o => o.StateFile = StateFile);
        var end = await again.DoAsync("queryAsyncJobResult", ("jobid", job));
        Assert.Equal((2, 530, false), (end["jobstatus"]!.GetValue<int>(), end["jobresultcode"]!.GetValue<int>(), end.ContainsKey("jobresult")));
    }

    [Fact]
    public async Task Files_WithStateAndKeys_AreForTheOwnerOnly()
    {
        await using (var cloud = await RunningCloud.StartAsync(o => (o.StateFile, o.Key, o.Secret) = (StateFile, null, null)))
        {
            Assert.Equal(401, (await cloud.CallAsync("listZones")).Status); // these keys were never given to it
        }
        var keys = await File.ReadAllLinesAsync(StateFile + ".keys");
        Assert.Equal(2, keys.Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(StateFile + ".keys"));
        await using var again = await RunningCloud.StartAsync(o => (o.StateFile, o.Key, o.Secret) = (StateFile, null, null));
        Assert.Equal(keys, await File.ReadAllLinesAsync(StateFile + ".keys"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
