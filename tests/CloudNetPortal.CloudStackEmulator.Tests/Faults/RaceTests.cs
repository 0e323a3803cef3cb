namespace CloudNetPortal.CloudStackEmulator.Tests.Faults;

/// <summary>Calls at the same time miss each other as they did on a real server.</summary>
public sealed class RaceTests
{
    [Fact]
    public async Task ZonesOfOneName_MadeAtOnce_AreAllMade()
    {
        await using var cloud = await StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => cloud.CallAsync("createZone", ("name", "same"), ("networktype", "Advanced"), ("dns1", "8.8.8.8"), ("internaldns1", "8.8.8.8"))));
        Assert.All(answers, a => Assert.Equal(200, a.Status));
        Assert.Equal(431, (await cloud.CallAsync("createZone", ("name", "same"), ("networktype", "Advanced"), ("dns1", "8.8.8.8"), ("internaldns1", "8.8.8.8"))).Status);
    }

    [Fact]
    public async Task PodsMadeAtOnce_PartlyLoseTheirAddresses_AndNoneIsHalfMade()
    {
        await using var cloud = await StartAsync();
        var zone = await cloud.ZoneAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => PodAsync(cloud, zone, i)));
        Assert.All(answers.Where(a => a.Status != 200), a => Assert.Equal("Unable to persist IP address range ", a.Body["errortext"]!.ToString()));
        Assert.Contains(answers, a => a.Status == 530);
        var made = await cloud.DoAsync("listPods", ("zoneid", zone));
        Assert.Equal(answers.Count(a => a.Status == 200), made["count"]?.GetValue<int>() ?? 0);
    }

    [Fact]
    public async Task PodsMadeOneAfterTheOther_KeepTheirAddresses()
    {
        await using var cloud = await StartAsync();
        var zone = await cloud.ZoneAsync();
        for (var i = 0; i < 10; i++)
            Assert.Equal(200, (await PodAsync(cloud, zone, i)).Status);
    }

    private static Task<(int Status, string Envelope, System.Text.Json.Nodes.JsonObject Body)> PodAsync(RunningCloud cloud, string zone, int i) => cloud.CallAsync("createPod", ("zoneid", zone), ("name", $"p{i}"),
        ("gateway", $"172.16.{i}.1"), ("netmask", "255.255.255.0"), ("startip", $"172.16.{i}.10"), ("endip", $"172.16.{i}.20"));

    private static Task<RunningCloud> StartAsync() => RunningCloud.StartAsync(o => (o.Pace.Races, o.Pace.Latency) = (true, 1));
}
