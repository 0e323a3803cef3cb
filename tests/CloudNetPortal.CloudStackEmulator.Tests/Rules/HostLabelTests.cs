using System.Net.Http.Json;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Tests.Rules;

/// <summary>Labels are judged as hosts have been described; a host that was not described is taken.</summary>
public sealed class HostLabelTests
{
    [Theory]
    [InlineData("br-guest", "bond0", null)]
    [InlineData("br-guest", null, "Incorrect Network setup on agent, Reinitialize agent after network names are setup, details : Can not find network: br-guest")] // no uplink
    [InlineData("br-guest", "ib0", "Incorrect Network setup on agent, Reinitialize agent after network names are setup, details : Can not find network: br-guest")] // one the agent does not recognise
    [InlineData("br-other", "bond0", "CloudStack Agent setup through command [cloudstack-setup-agent ] with parameters [")]
    public async Task KvmHost_WithTheseBridges_IsTakenOrRefused(string bridge, string? uplink, string? refused)
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await LabelledZoneAsync(cloud, "KVM", ("kvmnetworklabel", "br-guest"));
        await DescribeAsync(cloud, new HostFacts { Address = "10.7.0.5", Bridges = [new(bridge, uplink), new("cloudbr0", "eth0")] });
        var (status, _, body) = await zone.AddAsync("http://10.7.0.5");
        Assert.Equal(refused is null ? 200 : 530, status);
        if (refused is null)
            return;
        Assert.StartsWith("Could not add host at [http://10.7.0.5] with zone [Zone {", body["errortext"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains(refused, body["errortext"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await cloud.DoAsync("listHosts"));
        Assert.Contains(refused, (await cloud.DoAsync("listAlerts"))["alert"]![0]!["description"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostThatWasNotDescribed_IsTaken()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await LabelledZoneAsync(cloud, "KVM", ("kvmnetworklabel", "br-guest"));
        await DescribeAsync(cloud, new HostFacts { Address = "10.7.0.6" });
        Assert.Equal(200, (await zone.AddAsync("http://10.7.0.5")).Status);
    }

    [Fact]
    public async Task XenServerHost_WithoutTheNetwork_IsRefusedWithItsOwnText()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await LabelledZoneAsync(cloud, "XenServer", ("xennetworklabel", "xen-guest"));
        await DescribeAsync(cloud, new HostFacts { Address = "10.7.0.5", Networks = ["xen-mgmt"] });
        var text = (await zone.AddAsync("http://10.7.0.5")).Body["errortext"]!.ToString();
        Assert.Matches("details : For Physical Network id:\\d+, Guest Network is not configured on the backend by name xen-guest]\\.$", text);
        await DescribeAsync(cloud, new HostFacts { Address = "10.7.0.5", Networks = ["xen-guest"] });
        Assert.Equal(200, (await zone.AddAsync("http://10.7.0.5")).Status);
    }

    [Fact]
    public async Task Host_OfAZoneThatGetsAnotherLabel_ComesBackInAlert()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await LabelledZoneAsync(cloud, "KVM", ("kvmnetworklabel", "br-guest"));
        await DescribeAsync(cloud, new HostFacts { Address = "10.7.0.5", Bridges = [new("br-guest", "eth1")] });
        var host = (await zone.AddAsync("http://10.7.0.5")).Body["host"]![0]!["id"]!.ToString();
        await cloud.FinishAsync("updateTrafficType", ("id", zone.Guest), ("kvmnetworklabel", "br-new"));
        Assert.Equal("Up", (await cloud.DoAsync("listHosts"))["host"]![0]!["state"]!.ToString());
        Assert.Equal("Alert", (await cloud.FinishAsync("reconnectHost", ("id", host)))["host"]!["state"]!.ToString());
        Assert.Equal("Alert", (await cloud.DoAsync("listHosts", ("state", "Alert")))["host"]![0]!["state"]!.ToString());
        await DescribeAsync(cloud, new HostFacts { Address = "10.7.0.5", Devices = ["br-new"] });
        Assert.Equal("Up", (await cloud.FinishAsync("reconnectHost", ("id", host)))["host"]!["state"]!.ToString());
    }

    [Fact]
    public async Task VmwareCluster_NeedsItsDatacenterAndLabelsOfOneKind()
    {
        await using var cloud = await RunningCloud.StartAsync(o => o.Profile = new CloudProfile { Plugins = new HashSet<string> { "vmware" } });
        var zone = await cloud.ZoneAsync();
        var network = await cloud.NetworkAsync(zone, "n");
        await cloud.FinishAsync("addTrafficType", ("physicalnetworkid", network), ("traffictype", "Guest"), ("vmwarenetworklabel", "vs0,,vmwaredvs"));
        var open = (await cloud.FinishAsync("addTrafficType", ("physicalnetworkid", network), ("traffictype", "Public"), ("vmwarenetworklabel", "vs0,,odd")))["traffictype"]!["id"]!.ToString();
        var pod = (await cloud.DoAsync("createPod", ("zoneid", zone), ("name", "p"), ("gateway", "10.7.0.1"), ("netmask", "255.255.255.0"), ("startip", "10.7.0.10")))["pod"]!["id"]!.ToString();
        Task<(int Status, string, System.Text.Json.Nodes.JsonObject Body)> AddAsync(string url) =>
            cloud.CallAsync("addCluster", ("zoneid", zone), ("podid", pod), ("clustername", "c"), ("hypervisor", "VMware"), ("clustertype", "ExternalManaged"), ("url", url));
        await RefusedAsync("Invalid virtual switch type : odd");
        await cloud.FinishAsync("updateTrafficType", ("id", open), ("vmwarenetworklabel", "vs0,1,2,3"));
        await RefusedAsync("Found extraneous fields in VMWare traffic label : vs0,1,2,3");
        await cloud.FinishAsync("updateTrafficType", ("id", open), ("vmwarenetworklabel", "vs0"));
        await RefusedAsync("Both public traffic and guest traffic is over same physical network");
        await cloud.FinishAsync("updateTrafficType", ("id", open), ("vmwarenetworklabel", "vs1,,vmwaredvs"));
        await RefusedAsync("is not associated with any VMware DC yet");
        await cloud.DoAsync("addVmwareDc", ("zoneid", zone), ("name", "DC"), ("vcenter", "vc"), ("username", "u"), ("password", "p"));
        Assert.Equal(530, (await cloud.CallAsync("addVmwareDc", ("zoneid", zone), ("name", "Other"), ("vcenter", "vc"), ("username", "u"), ("password", "p"))).Status);
        Assert.Contains("belongs to vCenter other", (await AddAsync("http://other/DC/c")).Body["errortext"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("belongs to VMware DC Elsewhere .But", (await AddAsync("http://vc/Elsewhere/c")).Body["errortext"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(200, (await AddAsync("http://vc/DC/c")).Status);
        Assert.Contains("has one or more clusters. Can't remove VMware datacenter to zone", (await cloud.CallAsync("removeVmwareDc", ("zoneid", zone))).Body["errortext"]!.ToString(), StringComparison.Ordinal);

        async Task RefusedAsync(string text) => Assert.Contains(text, (await AddAsync("http://vc/DC/c")).Body["errortext"]!.ToString(), StringComparison.Ordinal);
    }

    private static async Task DescribeAsync(RunningCloud cloud, HostFacts facts)
    {
        using var answer = await cloud.Http.PostAsJsonAsync("control/hosts", new { hosts = new[] { facts } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<LabelledZone> LabelledZoneAsync(RunningCloud cloud, string hypervisor, (string, string) label)
    {
        var zone = await cloud.ZoneAsync();
        var network = await cloud.NetworkAsync(zone, "n");
        var guest = (await cloud.FinishAsync("addTrafficType", ("physicalnetworkid", network), ("traffictype", "Guest"), label))["traffictype"]!["id"]!.ToString();
        await cloud.FinishAsync("addTrafficType", ("physicalnetworkid", network), ("traffictype", "Storage"), ("kvmnetworklabel", "nobody-looks-at-this-one"));
        var pod = (await cloud.DoAsync("createPod", ("zoneid", zone), ("name", "p"), ("gateway", "10.7.0.1"), ("netmask", "255.255.255.0"), ("startip", "10.7.0.10")))["pod"]!["id"]!.ToString();
        var cluster = (await cloud.DoAsync("addCluster", ("zoneid", zone), ("podid", pod), ("clustername", "c"), ("hypervisor", hypervisor), ("clustertype", "CloudManaged")))["cluster"]![0]!["id"]!.ToString();
        return new LabelledZone(cloud, zone, pod, cluster, hypervisor, guest);
    }

    private sealed record LabelledZone(RunningCloud Cloud, string Zone, string Pod, string Cluster, string Hypervisor, string Guest)
    {
        public Task<(int Status, string Envelope, System.Text.Json.Nodes.JsonObject Body)> AddAsync(string url) => Cloud.CallAsync("addHost", ("zoneid", Zone), ("podid", Pod), ("clusterid", Cluster), ("hypervisor", Hypervisor),
            ("url", url), ("username", "root"), ("password", "p"));
    }
}
