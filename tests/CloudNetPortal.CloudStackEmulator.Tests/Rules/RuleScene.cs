using System.Text.RegularExpressions;

namespace CloudNetPortal.CloudStackEmulator.Tests.Rules;

/// <summary>A cloud in which every rule has something to refuse; the objects have short names for the table.</summary>
public sealed partial class RuleScene : IAsyncLifetime
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal) { ["long"] = new string('x', 256), ["tab"] = "\t" };
    private RunningCloud? cloud;

    internal RunningCloud Cloud => cloud!;

    /// <summary>Puts the ids in place of the names.</summary>
    public string Fill(string text) => Name().Replace(text, m => names.TryGetValue(m.Groups[1].Value, out var id) ? id : throw new InvalidOperationException($"the scene has no {m.Value}"));

    public async ValueTask InitializeAsync()
    {
        var never = TimeSpan.FromHours(1);
        cloud = await RunningCloud.StartAsync(o => (o.Pace.SystemVms, o.Pace.HostMaintenance, o.Pace.Expunge) = (never, never, never));
        names["root"] = await Cloud.RootAsync();
        foreach (var offering in (await Cloud.DoAsync("listNetworkOfferings"))["networkoffering"]!.AsArray())
            names["off:" + offering!["name"]] = offering["id"]!.ToString();
        await MainZoneAsync();
        await HostsAsync();
        await OtherZonesAsync();
        await RoutingAsync();
    }

    public async ValueTask DisposeAsync() => await Cloud.DisposeAsync();

    private async Task MainZoneAsync()
    {
        var zone = names["zone"] = await Cloud.ZoneAsync("scene", more: ("guestcidraddress", "10.1.1.0/24"));
        var guest = names["guest"] = await Cloud.NetworkAsync(zone, "guest", ("tags", "t"), ("isolationmethods", "VLAN"));
        var mgmt = names["mgmt"] = await Cloud.NetworkAsync(zone, "mgmt");
        names["free"] = await Cloud.NetworkAsync(zone, "free", ("tags", "f"));
        names["vxlan"] = await Cloud.NetworkAsync(zone, "vxlan", ("tags", "v"), ("isolationmethods", "VXLAN"));
        names["l3"] = await Cloud.NetworkAsync(zone, "l3", ("tags", "l"), ("isolationmethods", "L3"));
        names["shared"] = await Cloud.NetworkAsync(zone, "shared", ("tags", "s"));
        names["guesttraffic"] = await TrafficAsync(guest, "Guest");
        await TrafficAsync(guest, "Public");
        await TrafficAsync(mgmt, "Management");
        await TrafficAsync(mgmt, "Storage");
        await Cloud.FinishAsync("updatePhysicalNetwork", ("id", guest), ("vlan", "600-799"), ("state", "Enabled"));
        await Cloud.DoAsync("dedicateGuestVlanRange", ("physicalnetworkid", guest), ("vlanrange", "790-799"), ("account", "admin"), ("domainid", names["root"]));
        names["vr"] = await ProviderAsync(guest, "VirtualRouter");
        names["vrmgmt"] = await ProviderAsync(mgmt, "VirtualRouter");
        names["baremetal"] = await ProviderAsync(guest, "BaremetalPxeProvider");
        await EnableRouterAsync(names["vr"]);
        names["pod"] = await PodAsync(zone, "pod", "172.20.1");
        names["range"] = await RangeAsync(zone, "198.51.100", ("vlan", "50"));
        names["owned"] = await RangeAsync(zone, "198.51.101", ("vlan", "52"), ("account", "admin"), ("domainid", names["root"]));
        names["gonerange"] = await RangeAsync(zone, "198.51.102", ("vlan", "53"));
        await Cloud.DoAsync("deleteVlanIpRange", ("id", names["gonerange"]));
        names["storage"] = (await Cloud.FinishAsync("createStorageNetworkIpRange", ("podid", names["pod"]), ("gateway", "172.30.0.1"), ("netmask", "255.255.255.0"), ("startip", "172.30.0.10"), ("endip", "172.30.0.20")))["storagenetworkiprange"]!["id"]!.ToString();
        names["sharednet"] = (await Cloud.DoAsync("createNetwork", ("zoneid", zone), ("physicalnetworkid", guest), ("name", "shared"), ("networkofferingid", names["off:DefaultSharedNetworkOffering"]), ("vlan", "2222"),
            ("gateway", "10.30.0.1"), ("netmask", "255.255.255.0"), ("startip", "10.30.0.10"), ("endip", "10.30.0.20")))["network"]!["id"]!.ToString();
        names["sharedrange"] = (await Cloud.DoAsync("listVlanIpRanges", ("networkid", names["sharednet"])))["vlaniprange"]![0]!["id"]!.ToString();
        names["disabledoffering"] = (await Cloud.DoAsync("createNetworkOffering", ("name", "off"), ("guestiptype", "Shared"), ("traffictype", "Guest"), ("specifyvlan", "true"), ("specifyipranges", "true")))["networkoffering"]!["id"]!.ToString();
    }

    private async Task HostsAsync()
    {
        string zone = names["zone"], pod = names["pod"];
        names["cluster"] = await ClusterAsync(zone, pod, "cluster");
        names["empty"] = await ClusterAsync(zone, pod, "empty");
        names["gonecluster"] = await ClusterAsync(zone, pod, "gone");
        await Cloud.DoAsync("deleteCluster", ("id", names["gonecluster"]));
        foreach (var name in (string[])["host", "inmaintenance", "gonehost"])
        {
            names[name] = (await Cloud.DoAsync("addHost", ("zoneid", zone), ("podid", pod), ("clusterid", names["cluster"]), ("hypervisor", "Simulator"), ("url", $"http://sim/{name}"), ("username", "r"), ("password", "p")))["host"]![0]!["id"]!.ToString();
        }
        await Cloud.DoAsync("deleteHost", ("id", names["gonehost"]), ("forced", "true"));
        await Cloud.FinishAsync("prepareHostForMaintenance", ("id", names["inmaintenance"]));
        names["pool"] = (await Cloud.DoAsync("createStoragePool", ("zoneid", zone), ("podid", pod), ("clusterid", names["cluster"]), ("name", "pool"), ("url", "nfs://10.9.9.9/pool")))["storagepool"]!["id"]!.ToString();
        names["store"] = (await Cloud.DoAsync("addImageStore", ("zoneid", zone), ("name", "store"), ("provider", "NFS"), ("url", "nfs://10.9.9.9/store")))["imagestore"]!["id"]!.ToString();
    }

    private async Task OtherZonesAsync()
    {
        names["bare"] = await Cloud.ZoneAsync("bare");
        names["gonezone"] = await Cloud.ZoneAsync("gone");
        names["gonenet"] = await Cloud.NetworkAsync(names["bare"], "gone");
        await Cloud.FinishAsync("deletePhysicalNetwork", ("id", names["gonenet"]));
        await Cloud.DoAsync("deleteZone", ("id", names["gonezone"]));
        names["zone2"] = await Cloud.ZoneAsync("second");
        await TrafficAsync(await Cloud.NetworkAsync(names["zone2"], "n"), "Management");
        names["pod2"] = await PodAsync(names["zone2"], "p", "172.40.1");
        names["gonepod"] = await PodAsync(names["zone2"], "gone", "172.40.2");
        await Cloud.DoAsync("deletePod", ("id", names["gonepod"]));
        names["basic"] = await Cloud.ZoneAsync("basic", "Basic");
        names["basic2"] = await Cloud.ZoneAsync("basic2", "Basic");
        names["basicnet"] = await Cloud.NetworkAsync(names["basic"], "n");
        await TrafficAsync(names["basicnet"], "Guest");
        await Cloud.FinishAsync("updatePhysicalNetwork", ("id", names["basicnet"]), ("state", "Enabled"));
        names["sg"] = await Cloud.ZoneAsync("sg", more: ("securitygroupenabled", "true"));
        names["sgnet"] = await Cloud.NetworkAsync(names["sg"], "n");
        names["sgfree"] = await Cloud.NetworkAsync(names["sg"], "free");
        await TrafficAsync(names["sgnet"], "Guest");
        await Cloud.FinishAsync("updatePhysicalNetwork", ("id", names["sgnet"]), ("state", "Enabled"));
        await EnableRouterAsync(await ProviderAsync(names["sgnet"], "VirtualRouter"));
        names["sgpod"] = await PodAsync(names["sg"], "p", "172.41.1");
        await ClusterAsync(names["sg"], names["sgpod"], "c");
        names["edge"] = await Cloud.ZoneAsync("edge", more: ("isedge", "true"));
        names["edgenet"] = await Cloud.NetworkAsync(names["edge"], "n");
        await Cloud.DoAsync("createPod", ("zoneid", names["edge"]), ("name", "p"));
        names["enabled"] = await Cloud.ZoneAsync("enabled");
        var net = await Cloud.NetworkAsync(names["enabled"], "n");
        await TrafficAsync(net, "Management");
        await TrafficAsync(net, "Public");
        await Cloud.DoAsync("updateZone", ("id", names["enabled"]), ("allocationstate", "Enabled"));
        names["dedicated"] = await Cloud.ZoneAsync("dedicated");
        names["dedicatedpod"] = await PodAsync(names["dedicated"], "p", "172.42.1");
        await Cloud.FinishAsync("dedicateZone", ("zoneid", names["dedicated"]), ("domainid", names["root"]), ("account", "admin"));
    }

    private async Task RoutingAsync()
    {
        await Cloud.FinishAsync("createIpv4SubnetForZone", ("zoneid", names["zone"]), ("subnet", "10.90.0.0/24"));
        await Cloud.FinishAsync("createBgpPeer", ("zoneid", names["zone"]), ("asnumber", "65000"), ("ipaddress", "10.91.0.1"));
        await Cloud.DoAsync("createASNRange", ("zoneid", names["zone"]), ("startasn", "64512"), ("endasn", "64516"));
        await Cloud.FinishAsync("createGuestNetworkIpv6Prefix", ("zoneid", names["zone"]), ("prefix", "2001:db8:1::/48"));
    }

    private async Task<string> TrafficAsync(string network, string type) =>
        (await Cloud.FinishAsync("addTrafficType", ("physicalnetworkid", network), ("traffictype", type)))["traffictype"]!["id"]!.ToString();

    private async Task<string> ProviderAsync(string network, string name) =>
        (await Cloud.DoAsync("listNetworkServiceProviders", ("physicalnetworkid", network), ("name", name)))["networkserviceprovider"]![0]!["id"]!.ToString();

    private async Task EnableRouterAsync(string provider)
    {
        var element = (await Cloud.DoAsync("listVirtualRouterElements", ("nspid", provider)))["virtualrouterelement"]![0]!["id"]!.ToString();
        await Cloud.FinishAsync("configureVirtualRouterElement", ("id", element), ("enabled", "true"));
        await Cloud.FinishAsync("updateNetworkServiceProvider", ("id", provider), ("state", "Enabled"));
    }

    private async Task<string> PodAsync(string zone, string name, string net) =>
        (await Cloud.DoAsync("createPod", ("zoneid", zone), ("name", name), ("gateway", net + ".1"), ("netmask", "255.255.255.0"), ("startip", net + ".10"), ("endip", net + ".30")))["pod"]!["id"]!.ToString();

    private async Task<string> RangeAsync(string zone, string net, params (string, string)[] more) =>
        (await Cloud.DoAsync("createVlanIpRange", [("zoneid", zone), ("gateway", net + ".1"), ("netmask", "255.255.255.0"), ("startip", net + ".10"), ("endip", net + ".30"), .. more]))["vlan"]!["id"]!.ToString();

    private async Task<string> ClusterAsync(string zone, string pod, string name) =>
        (await Cloud.DoAsync("addCluster", ("zoneid", zone), ("podid", pod), ("clustername", name), ("hypervisor", "Simulator"), ("clustertype", "CloudManaged")))["cluster"]![0]!["id"]!.ToString();

    [GeneratedRegex("\\{([a-zA-Z0-9:]+)\\}")]
    private static partial Regex Name();
}
