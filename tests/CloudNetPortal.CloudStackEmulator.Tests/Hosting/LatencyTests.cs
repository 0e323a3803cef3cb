using CloudNetPortal.CloudStackEmulator.Hosting;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Tests.Hosting;

/// <summary>The times are those that were measured on a real server.</summary>
public sealed class LatencyTests
{
    [Theory]
    [InlineData("createPod", 1, 1000, 1300)] // 191 addresses, one insert for each
    [InlineData("createVlanIpRange", 1, 200, 230)]
    [InlineData("addHost", 1, 160, 170)]
    [InlineData("addHost", 4, 290, 320)] // 13 hosts a second
    [InlineData("addHost", 8, 530, 560)] // 14.7
    [InlineData("addHost", 16, 1500, 1600)] // 10.3: more workers are slower
    [InlineData("createStoragePool", 4, 390, 410)] // 9.9
    [InlineData("addCluster", 4, 40, 48)] // 90
    [InlineData("listZones", 4, 55, 65)] // 67
    public void Call_WithSoManyWorkers_TakesAsLongAsMeasured(string command, int workers, int atLeast, int atMost)
    {
        var request = new Request { Method = "POST" };
        request.AddBody($"command={command}&startip=172.16.0.10&endip=172.16.0.200");
        Assert.InRange(Latencies.Of(request, startsAJob: false, 1, workers).TotalMilliseconds, atLeast, atMost);
    }

    [Fact]
    public void ListOfHosts_TakesTimeForEachRow() => Assert.InRange((Latencies.OfRows("listHosts", 200, 1) + TimeSpan.FromMilliseconds(20)).TotalMilliseconds, 730, 750);

    [Fact]
    public void Job_OfAStorageRange_TakesFiftyFiveMillisecondsWithItsCall()
    {
        var request = new Request { Method = "POST" };
        request.AddBody("command=createStorageNetworkIpRange");
        Assert.Equal(55, (Latencies.Of(request, startsAJob: true, 1, 1) + Latencies.OfJob("createStorageNetworkIpRange", 1, 1)).TotalMilliseconds);
    }
}
