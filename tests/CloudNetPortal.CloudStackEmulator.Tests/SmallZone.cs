namespace CloudNetPortal.CloudStackEmulator.Tests;

/// <summary>An enabled Advanced zone with one of everything.</summary>
internal static class SmallZone
{
    public static async Task<(string Zone, string Network, string Pod, string Cluster, string Host, string Pool, string Store, string Range)> BuildAsync(RunningCloud cloud)
    {
        var zone = await cloud.ZoneAsync();
        var network = await cloud.NetworkAsync(zone, "n");
        foreach (var type in (string[])["Guest", "Management", "Public"])
            await cloud.FinishAsync("addTrafficType", ("physicalnetworkid", network), ("traffictype", type));
        var pod = (await cloud.DoAsync("createPod", ("zoneid", zone), ("name", "p"), ("gateway", "10.7.0.1"), ("netmask", "255.255.255.0"), ("startip", "10.7.0.10"), ("endip", "10.7.0.20")))["pod"]!["id"]!.ToString();
        var range = (await cloud.DoAsync("createVlanIpRange", ("zoneid", zone), ("gateway", "203.0.113.1"), ("netmask", "255.255.255.0"), ("startip", "203.0.113.10"), ("endip", "203.0.113.20"), ("vlan", "50")))["vlan"]!["id"]!.ToString();
        var cluster = (await cloud.DoAsync("addCluster", ("zoneid", zone), ("podid", pod), ("clustername", "c"), ("hypervisor", "KVM"), ("clustertype", "CloudManaged")))["cluster"]![0]!["id"]!.ToString();
        var host = (await cloud.DoAsync("addHost", ("zoneid", zone), ("podid", pod), ("clusterid", cluster), ("hypervisor", "KVM"), ("url", "http://h"), ("username", "root")))["host"]![0]!["id"]!.ToString();
        var pool = (await cloud.DoAsync("createStoragePool", ("zoneid", zone), ("podid", pod), ("clusterid", cluster), ("name", "s"), ("url", "nfs://10.9.9.9/a")))["storagepool"]!["id"]!.ToString();
        var store = (await cloud.DoAsync("addImageStore", ("zoneid", zone), ("provider", "NFS"), ("name", "i"), ("url", "nfs://10.9.9.9/b")))["imagestore"]!["id"]!.ToString();
        await cloud.DoAsync("updateZone", ("id", zone), ("allocationstate", "Enabled"));
        return (zone, network, pod, cluster, host, pool, store, range);
    }
}
