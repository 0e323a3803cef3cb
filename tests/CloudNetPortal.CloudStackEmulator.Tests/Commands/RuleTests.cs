namespace CloudNetPortal.CloudStackEmulator.Tests.Commands;

/// <summary>Rules of the server that the recordings beside these tests do not reach, or reach with other values.</summary>
public sealed class RuleTests
{
    [Fact]
    public async Task CustomJobId_GivenTwice_IsRefusedAfterTheRowWasMade()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var network = await cloud.NetworkAsync(await cloud.ZoneAsync(), "n");
        var id = Guid.NewGuid().ToString();
        await cloud.FinishAsync("addTrafficType", ("physicalnetworkid", network), ("traffictype", "Guest"), ("customjobid", id));
        Assert.Equal(1, (await cloud.DoAsync("queryAsyncJobResult", ("jobid", id)))["jobstatus"]!.GetValue<int>());
        var (status, _, body) = await cloud.CallAsync("addTrafficType", ("physicalnetworkid", network), ("traffictype", "Public"), ("customjobid", id));
        Assert.Equal((530, "Entity already exists "), (status, body["errortext"]!.ToString()));
        Assert.Equal(2, (await cloud.DoAsync("listTrafficTypes", ("physicalnetworkid", network)))["count"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("S3", 200, "REGION")]
    [InlineData("NFS", 530, "DataCenter id is null")]
    public async Task ImageStore_WithoutZone_IsTakenFromProvidersOfTheRegion(string provider, int expected, string said)
    {
        await using var cloud = await RunningCloud.StartAsync();
        var (status, _, body) = await cloud.CallAsync("addImageStore", ("name", "objects"), ("provider", provider), ("details[0].key", "bucket"), ("details[0].value", "images"));
        Assert.Equal(expected, status);
        Assert.Contains(said, body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VlanSet_ShrunkAroundADedicatedRange_LosesItWithoutAQuestion()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var network = await cloud.NetworkAsync(await cloud.ZoneAsync(), "n");
        await cloud.FinishAsync("updatePhysicalNetwork", ("id", network), ("vlan", "100-200"));
        await cloud.DoAsync("dedicateGuestVlanRange", ("physicalnetworkid", network), ("vlanrange", "150-160"), ("account", "admin"), ("domainid", await cloud.RootAsync()));
        var end = await cloud.EndOfAsync(await cloud.DoAsync("updatePhysicalNetwork", ("id", network), ("vlan", "100-155")));
        Assert.Equal("Vnet range 150-160 is dedicated to an account. The specified range 156-200 overlaps with the dedicated range  Please release the overlapping dedicated range before deleting the range",
            end["jobresult"]!["errortext"]!.ToString());
        Assert.Equal("100-120", (await cloud.FinishAsync("updatePhysicalNetwork", ("id", network), ("vlan", "100-120")))["physicalnetwork"]!["vlan"]!.ToString());
    }

    [Fact]
    public async Task VlanRange_DedicatedInOneZone_IsRefusedInAnother()
    {
        await using var cloud = await RunningCloud.StartAsync();
        foreach (var name in (string[])["a", "b"])
        {
            var network = await cloud.NetworkAsync(await cloud.ZoneAsync(name), "n");
            await cloud.FinishAsync("updatePhysicalNetwork", ("id", network), ("vlan", "100-200"));
            var (status, _, body) = await cloud.CallAsync("dedicateGuestVlanRange", ("physicalnetworkid", network), ("vlanrange", "150-160"), ("account", "admin"), ("domainid", await cloud.RootAsync()));
            Assert.Equal(name == "a" ? 200 : 431, status);
            if (name == "b")
                Assert.Equal("Vlan range is already dedicated. Cannot dedicate guest vlan range 150-160", body["errortext"]!.ToString());
        }
    }

    [Fact]
    public async Task Guest_OnASecondUntaggedNetwork_IsRefused()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await cloud.ZoneAsync();
        await cloud.FinishAsync("addTrafficType", ("physicalnetworkid", await cloud.NetworkAsync(zone, "a")), ("traffictype", "Guest"));
        var (status, _, body) = await cloud.CallAsync("addTrafficType", ("physicalnetworkid", await cloud.NetworkAsync(zone, "b")), ("traffictype", "Guest"));
        Assert.Equal(530, status);
        Assert.StartsWith("There are more than 1 physical network without tags in the zone: Zone {", body["errortext"]!.ToString(), StringComparison.Ordinal);
        await cloud.FinishAsync("addTrafficType", ("physicalnetworkid", await cloud.NetworkAsync(zone, "c", ("tags", "t"))), ("traffictype", "Guest"));
    }

    [Fact]
    public async Task Provider_NotConfigured_IsNotEnabled()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var network = await cloud.NetworkAsync(await cloud.ZoneAsync(), "n");
        var provider = (await cloud.DoAsync("listNetworkServiceProviders", ("physicalnetworkid", network), ("name", "VirtualRouter")))["networkserviceprovider"]![0]!["id"]!.ToString();
        var end = await cloud.EndOfAsync(await cloud.DoAsync("updateNetworkServiceProvider", ("id", provider), ("state", "Enabled")));
        Assert.Equal("Provider is not ready, cannot Enable the provider, please configure the provider first", end["jobresult"]!["errortext"]!.ToString());
    }

    [Theory]
    [InlineData("KVM", "http://10.1.2.3", "10.1.2.3")]
    [InlineData("XenServer", "http://xen-7", "xen-7")]
    [InlineData("LXC", "http://10.1.2.4", "10.1.2.4")]
    [InlineData("Simulator", "http://sim/h", "SimulatedAgent.")]
    public async Task Host_OfAHypervisor_ComesUp(string hypervisor, string url, string name)
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await cloud.ZoneAsync();
        var pod = (await cloud.DoAsync("createPod", ("zoneid", zone), ("name", "p"), ("gateway", "10.7.0.1"), ("netmask", "255.255.255.0"), ("startip", "10.7.0.10")))["pod"]!["id"]!.ToString();
        var cluster = (await cloud.DoAsync("addCluster", ("zoneid", zone), ("podid", pod), ("clustername", "c"), ("hypervisor", hypervisor), ("clustertype", "CloudManaged")))["cluster"]![0]!["id"]!.ToString();
        var answer = await cloud.DoAsync("addHost", ("zoneid", zone), ("podid", pod), ("clusterid", cluster), ("hypervisor", hypervisor), ("url", url), ("username", "root"), ("password", "p"));
        Assert.StartsWith(name, answer["host"]![0]!["name"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Up", answer["host"]![0]!["state"]!.ToString());
    }

    [Fact]
    public async Task Zone_TakenDownInTheRightOrder_IsGone()
    {
        await using var cloud = await RunningCloud.StartAsync(o => (o.Pace.HostMaintenance, o.Pace.SystemVms, o.Pace.Expunge) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero));
        var (zone, network, pod, cluster, host, pool, store, range) = await SmallZone.BuildAsync(cloud);
        Assert.Equal(2, (await cloud.DoAsync("listSystemVms", ("zoneid", zone)))["count"]!.GetValue<int>());
        await cloud.DoAsync("updateZone", ("id", zone), ("allocationstate", "Disabled"));
        foreach (var vm in (await cloud.DoAsync("listSystemVms", ("zoneid", zone)))["systemvm"]!.AsArray())
            await cloud.FinishAsync("destroySystemVm", ("id", vm!["id"]!.ToString()));
        await cloud.FinishAsync("prepareHostForMaintenance", ("id", host));
        Assert.Equal("Maintenance", (await cloud.DoAsync("listHosts", ("id", host)))["host"]![0]!["resourcestate"]!.ToString());
        await cloud.DoAsync("deleteHost", ("id", host));
        await cloud.FinishAsync("enableStorageMaintenance", ("id", pool));
        await cloud.DoAsync("deleteStoragePool", ("id", pool), ("forced", "true"));
        await cloud.DoAsync("deleteCluster", ("id", cluster));
        await cloud.DoAsync("deleteImageStore", ("id", store));
        await cloud.DoAsync("deleteVlanIpRange", ("id", range));
        await cloud.DoAsync("deletePod", ("id", pod));
        await cloud.FinishAsync("deletePhysicalNetwork", ("id", network));
        await cloud.DoAsync("deleteZone", ("id", zone));
        Assert.Empty(await cloud.DoAsync("listZones"));
    }

    [Fact]
    public async Task StoragePool_AddedAgainAfterItsRemoval_HasTheSameId()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var (zone, _, pod, cluster, _, _, _, _) = await SmallZone.BuildAsync(cloud);
        async Task<string> AddAsync() => (await cloud.DoAsync("createStoragePool", ("zoneid", zone), ("podid", pod), ("clusterid", cluster), ("name", "again"),
            ("url", "nfs://10.147.28.6:/export/c0/primary")))["storagepool"]!["id"]!.ToString();
        Assert.Equal("e88200ff-d057-300e-bb7c-9b85bee30c7d", await AddAsync());
        await cloud.FinishAsync("enableStorageMaintenance", ("id", "e88200ff-d057-300e-bb7c-9b85bee30c7d"));
        await cloud.DoAsync("deleteStoragePool", ("id", "e88200ff-d057-300e-bb7c-9b85bee30c7d"));
        Assert.Equal("e88200ff-d057-300e-bb7c-9b85bee30c7d", await AddAsync());
    }

    [Fact]
    public async Task Zone_DedicatedTwice_IsRefused_AndCanBeReleased()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await cloud.ZoneAsync();
        var domain = (await cloud.DoAsync("listDomains"))["domain"]![0]!["id"]!.ToString();
        await cloud.FinishAsync("dedicateZone", ("zoneid", zone), ("domainid", domain), ("account", "admin"));
        var again = await cloud.EndOfAsync(await cloud.DoAsync("dedicateZone", ("zoneid", zone), ("domainid", domain)));
        Assert.StartsWith("Zone  Zone {", again["jobresult"]!["errortext"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(zone, (await cloud.DoAsync("listDedicatedZones"))["dedicatedzone"]![0]!["zoneid"]!.ToString());
        await cloud.FinishAsync("releaseDedicatedZone", ("zoneid", zone));
        Assert.Empty(await cloud.DoAsync("listDedicatedZones"));
    }

    [Fact]
    public async Task EdgeZone_WithAPodWithoutAddresses_IsEnabledWithoutTraffic()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await cloud.ZoneAsync("edge", more: ("isedge", "true"));
        Assert.Equal("Edge", (await cloud.DoAsync("listZones", ("id", zone)))["zone"]![0]!["type"]!.ToString());
        Assert.Equal(431, (await cloud.CallAsync("createPod", ("zoneid", zone), ("name", "p"), ("startip", "10.0.0.1"))).Status);
        await cloud.DoAsync("createPod", ("zoneid", zone), ("name", "p"));
        Assert.Equal("Enabled", (await cloud.DoAsync("updateZone", ("id", zone), ("allocationstate", "Enabled")))["zone"]!["allocationstate"]!.ToString());
    }

    [Fact]
    public async Task StagingStore_BesideAnImageStore_IsListedOnItsOwn()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await cloud.ZoneAsync();
        var store = await cloud.DoAsync("createSecondaryStagingStore", ("zoneid", zone), ("url", "nfs://10.9.9.9/cache"));
        Assert.Empty(await cloud.DoAsync("listImageStores"));
        Assert.Equal(1, (await cloud.DoAsync("listSecondaryStagingStores", ("zoneid", zone)))["count"]!.GetValue<int>());
        await cloud.DoAsync("deleteSecondaryStagingStore", ("id", store["secondarystorage"]!["id"]!.ToString()));
        Assert.Empty(await cloud.DoAsync("listSecondaryStagingStores"));
    }

    [Fact]
    public async Task ListApis_TellsExactlyWhatThereIs()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var apis = (await cloud.DoAsync("listApis"))["api"]!.AsArray();
        Assert.Equal(CloudStackEmulator.Commands.CommandBook.All.Select(c => c.Name).Where(n => !n.Contains("VmwareDc", StringComparison.Ordinal)), apis.Select(a => a!["name"]!.ToString()));
        Assert.All(CloudStackEmulator.Commands.CommandBook.All, c => Assert.NotNull(CloudStackEmulator.Contract.ContractBook.Find(c.Name)));
        Assert.All(CloudStackEmulator.Contract.ContractBook.All, c => Assert.NotNull(CloudStackEmulator.Commands.CommandBook.Get(c.Name)));
    }

    [Fact]
    public async Task ManyCalls_AtOnce_AreAllAnswered()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await cloud.ZoneAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, 600), async (i, _) => await cloud.DoAsync("listZones", ("id", zone)));
        var names = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => cloud.CallAsync("createZone", ("name", "same"), ("networktype", "Advanced"), ("dns1", "8.8.8.8"), ("internaldns1", "8.8.8.8"))));
        Assert.Single(names, n => n.Status == 200);
    }
}
