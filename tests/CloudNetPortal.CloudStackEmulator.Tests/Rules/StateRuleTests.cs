using System.Text.Json.Nodes;

namespace CloudNetPortal.CloudStackEmulator.Tests.Rules;

/// <summary>Rules about what is in use: they need running system VMs, or calls that change the cloud first.</summary>
public sealed class StateRuleTests
{
    [Fact]
    public async Task AddressesInUse_HoldTheirRangesAndPods()
    {
        await using var cloud = await RunningCloud.StartAsync(o => o.Pace.SystemVms = TimeSpan.Zero);
        var (zone, network, pod, _, _, _, _, range) = await SmallZone.BuildAsync(cloud);
        await cloud.DoAsync("listZones"); // the system VMs run by now
        await RefusedAsync(cloud, "Unable to change gateway to 203.0.113.2 because some IPs are in use", "updateVlanIpRange", ("id", range), ("gateway", "203.0.113.2")); // CS-731
        await RefusedAsync(cloud, "Unable to change netmask to 255.255.0.0 because some IPs are in use", "updateVlanIpRange", ("id", range), ("netmask", "255.255.0.0"));
        await RefusedAsync(cloud, "The start IP address must be less than or equal to 203.0.113.10 which is already in use. The end IP address must be greater than or equal to 203.0.113.11 which is already in use. " +
            "There are 2 IPs already allocated in this range.", "updateVlanIpRange", ("id", range), ("startip", "203.0.113.11")); // CS-732
        await RefusedAsync(cloud, "2  Ips are in use. Cannot delete this vlan", "deleteVlanIpRange", ("id", range)); // CS-1605
        await RefusedAsync(cloud, "The specified pod has allocated private IP addresses, so its IP address range can be extended only", "updatePod", ("id", pod), ("netmask", "255.255.255.128")); // CS-512
        await RefusedAsync(cloud, " Public IP address in range is allocated to another account ", "dedicatePublicIpRange", ("id", range), ("account", "admin"), ("domainid", await cloud.RootAsync())); // CS-736
        Assert.Equal("The IP range does not contain some IP addresses that have already been taken. Please adjust your IP range to include all IP addresses already taken.",
            await JobTextAsync(cloud, "updatePodManagementNetworkIpRange", ("podid", pod), ("currentstartip", "10.7.0.10"), ("currentendip", "10.7.0.20"), ("newstartip", "10.7.0.15"))); // CS-523
        var storage = (await cloud.DoAsync("listTrafficTypes", ("physicalnetworkid", network)))["traffictype"]!.AsArray().Single(t => t!["traffictype"]!.ToString() == "Storage")!["id"]!.ToString();
        await cloud.FinishAsync("deleteTrafficType", ("id", storage));
        var text = (await cloud.CallAsync("addTrafficType", ("physicalnetworkid", network), ("traffictype", "Storage"))).Body["errortext"]!.ToString(); // CS-311
        Assert.Matches("^Cannot add Storage traffic type as there are below secondary storage vm still running\\. .*SSVMs:s-\\d+-VM:Running$", text);
        Assert.NotEmpty(zone);
    }

    [Fact]
    public async Task SystemVm_StoppedStartedAndDestroyed_IsWhatItIsToldToBe()
    {
        await using var cloud = await RunningCloud.StartAsync(o => o.Pace.SystemVms = TimeSpan.Zero);
        var (zone, _, _, _, _, pool, _, _) = await SmallZone.BuildAsync(cloud);
        var vm = (await cloud.DoAsync("listSystemVms"))["systemvm"]![0]!["id"]!.ToString();
        Assert.Equal("Stopped", (await cloud.FinishAsync("stopSystemVm", ("id", vm)))["systemvm"]!["state"]!.ToString());
        Assert.Equal("Running", (await cloud.FinishAsync("startSystemVm", ("id", vm)))["systemvm"]!["state"]!.ToString());
        Assert.Equal("Running", (await cloud.FinishAsync("rebootSystemVm", ("id", vm)))["systemvm"]!["state"]!.ToString());
        await cloud.DoAsync("updateZone", ("id", zone), ("allocationstate", "Disabled"));
        await cloud.FinishAsync("destroySystemVm", ("id", vm));
        Assert.Equal("unable to find a system VM with specified vmId", await JobTextAsync(cloud, "destroySystemVm", ("id", vm))); // CS-1615
        await cloud.FinishAsync("enableStorageMaintenance", ("id", pool));
        Assert.Matches("^Primary storage StoragePool \\{.*} is not ready for migration, as the status is:Maintenance$", await JobTextAsync(cloud, "enableStorageMaintenance", ("id", pool))); // CS-1613
        await RefusedAsync(cloud, "Cannot delete pool StoragePool {*} as there are non-destroyed volumes associated to this pool.", "deleteStoragePool", ("id", pool)); // CS-1608
    }

    [Fact]
    public async Task ManagementRanges_OfAPod_ShareOneColumn()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var pod = (await cloud.DoAsync("createPod", ("zoneid", await cloud.ZoneAsync()), ("name", "p"), ("gateway", "172.20.100.1"), ("netmask", "255.255.255.0"), ("startip", "172.20.100.10"), ("endip", "172.20.100.11")))["pod"]!["id"]!.ToString();
        string? refused = null;
        for (var i = 2; i < 20 && refused is null; i++)
        {
            var end = await cloud.EndOfAsync(await cloud.DoAsync("createManagementNetworkIpRange", ("podid", pod), ("gateway", "172.20.100.1"), ("netmask", "255.255.255.0"), ("startip", $"172.20.100.{100 + i}"), ("endip", $"172.20.100.{100 + i}")));
            refused = end["jobstatus"]!.GetValue<int>() == 2 ? end["jobresult"]!["errortext"]!.ToString() : null;
        }
        Assert.Equal("Failed to create Pod IP range. Please contact Cloud Support.", refused); // CS-520
        await RefusedAsync(cloud, "The gateway shouldn't overlap some start/end IP addresses", "updatePod", ("id", pod), ("gateway", "172.20.100.11")); // CS-513
        Assert.Equal("Cannot invoke \"String.equals(Object)\" because \"vlan\" is null", await JobTextAsync(cloud, "deleteManagementNetworkIpRange", ("podid", pod), ("startip", "172.20.100.10"), ("endip", "172.20.100.11"), ("vlan", "untagged")));
    }

    [Fact]
    public async Task PublicRange_BesideOthers_IsRefused()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var basic = await cloud.ZoneAsync("basic", "Basic");
        await cloud.FinishAsync("addTrafficType", ("physicalnetworkid", await cloud.NetworkAsync(basic, "n")), ("traffictype", "Public"));
        await RefusedAsync(cloud, "Vlan owner can be defined only in the zone of type Advanced", "createVlanIpRange", ("zoneid", basic), ("gateway", "203.0.113.1"), ("netmask", "255.255.255.0"), ("startip", "203.0.113.10"),
            ("account", "admin"), ("domainid", await cloud.RootAsync())); // CS-715
        await cloud.FinishAsync("createPortableIpRange", ("regionid", "1"), ("gateway", "203.0.113.1"), ("netmask", "255.255.255.0"), ("startip", "203.0.113.10"), ("endip", "203.0.113.20"), ("vlan", "77"));
        await RefusedAsync(cloud, "Ip range: 203.0.113.15-203.0.113.15 overlaps with a portable IP range already configured in the region 1", "createVlanIpRange", ("zoneid", basic), ("gateway", "203.0.113.1"),
            ("netmask", "255.255.255.0"), ("startip", "203.0.113.15")); // CS-720
        await RefusedAsync(cloud, "The VLAN tag vlan://77 is already being used for portable ip range in this region", "createVlanIpRange", ("zoneid", basic), ("gateway", "203.0.114.1"), ("netmask", "255.255.255.0"),
            ("startip", "203.0.114.15"), ("vlan", "77"));
        await cloud.DoAsync("createVlanIpRange", ("zoneid", basic), ("gateway", "198.51.100.1"), ("netmask", "255.255.255.0"), ("startip", "198.51.100.10"), ("endip", "198.51.100.20"));
        var second = (await cloud.DoAsync("createVlanIpRange", ("zoneid", basic), ("gateway", "198.51.100.1"), ("netmask", "255.255.255.0"), ("startip", "198.51.100.30"), ("endip", "198.51.100.40")))["vlan"]!["id"]!.ToString();
        await RefusedAsync(cloud, "Failed to edit VlanRange. Please contact Cloud Support.", "updateVlanIpRange", ("id", second), ("startip", "198.51.100.15")); // CS-735
    }

    [Fact]
    public async Task Network_OfAnOfferingAndItsProviders_HoldsThem()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await cloud.ZoneAsync();
        var network = await cloud.NetworkAsync(zone, "n");
        await cloud.FinishAsync("updatePhysicalNetwork", ("id", network), ("state", "Enabled"));
        await cloud.FinishAsync("addTrafficType", ("physicalnetworkid", network), ("traffictype", "Guest"));
        await cloud.FinishAsync("addNetworkServiceProvider", ("physicalnetworkid", network), ("name", "Netscaler"));
        var ids = new Dictionary<string, string>();
        foreach (var provider in (await cloud.DoAsync("listNetworkServiceProviders", ("physicalnetworkid", network)))["networkserviceprovider"]!.AsArray())
            ids[provider!["name"]!.ToString()] = provider["id"]!.ToString();
        var element = (await cloud.DoAsync("listVirtualRouterElements", ("nspid", ids["VirtualRouter"])))["virtualrouterelement"]![0]!["id"]!.ToString();
        await cloud.FinishAsync("configureVirtualRouterElement", ("id", element), ("enabled", "true"));
        foreach (var name in (string[])["VirtualRouter", "Netscaler", "SecurityGroupProvider"])
            await cloud.FinishAsync("updateNetworkServiceProvider", ("id", ids[name]), ("state", "Enabled"));
        async Task<(string, string)[]> OfAsync(string offering) =>
        [
            ("zoneid", zone), ("physicalnetworkid", network), ("name", "n"), ("vlan", "2000"), ("gateway", "10.40.0.1"), ("netmask", "255.255.255.0"), ("startip", "10.40.0.10"),
            ("networkofferingid", (await cloud.DoAsync("listNetworkOfferings", ("name", offering)))["networkoffering"]![0]!["id"]!.ToString()),
        ];
        await RefusedAsync(cloud, "Elastic IP and Elastic LB services are supported in zone of type Basic", "createNetwork", await OfAsync("DefaultSharedNetscalerEIPandELBNetworkOffering")); // CS-906
        await cloud.DoAsync("createNetwork", await OfAsync("DefaultSharedNetworkOffering"));
        Assert.Equal("Provider is not deletable because there are active networks using this provider, please upgrade these networks to new network offerings",
            await JobTextAsync(cloud, "deleteNetworkServiceProvider", ("id", ids["VirtualRouter"]))); // CS-411
    }

    [Fact]
    public async Task RoutedNetworks_TurnedOffInAZone_TakeNoSubnet()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await cloud.ZoneAsync();
        await cloud.DoAsync("updateConfiguration", ("name", "routed.network.vpc.enabled"), ("value", "false"), ("zoneid", zone));
        Assert.Equal("Routed networks and VPCs are not enabled for the zone.", await JobTextAsync(cloud, "createIpv4SubnetForZone", ("zoneid", zone), ("subnet", "10.90.0.0/24"))); // CS-1401
        await RefusedAsync(cloud, "Cannot create ASN range as Routed networks and VPCs are not enabled for the zone.", "createASNRange", ("zoneid", zone), ("startasn", "1"), ("endasn", "2")); // CS-1409
    }

    private static async Task RefusedAsync(RunningCloud cloud, string text, string command, params (string, string)[] parameters)
    {
        var (status, _, body) = await cloud.CallAsync(command, parameters);
        Assert.True(status >= 400, $"{command} was taken");
        Assert.Matches("^" + string.Join(".*", text.Split('*').Select(System.Text.RegularExpressions.Regex.Escape)) + "$", body["errortext"]!.ToString());
    }

    private static async Task<string> JobTextAsync(RunningCloud cloud, string command, params (string, string)[] parameters)
    {
        JsonObject end = await cloud.EndOfAsync(await cloud.DoAsync(command, parameters));
        Assert.Equal(2, end["jobstatus"]!.GetValue<int>());
        return end["jobresult"]!["errortext"]!.ToString();
    }
}
