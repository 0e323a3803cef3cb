using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Hosts of every hypervisor come up at once; a second host with the same URL is taken, as on the simulator.</summary>
internal sealed class AddHost : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        if (call.Row<Cluster>("clusterid") is { Removed: true })
            throw Refusal.Value("can not find cluster for specified clusterId"); // CS-1101
        var zone = call.Row<Zone>("zoneid")!;
        if (zone.Removed)
            throw Refusal.Value($"Can't find zone by id {zone.Number}");
        var pod = call.Row<Pod>("podid")!;
        if (pod.Removed)
            throw Refusal.Value($"Can't find pod by id {pod.Number}");
        if (pod.ZoneId != zone.Id)
            throw Refusal.Value($"Pod with specified pod {pod} doesn't belong to the zone with specified zone {zone}");
        if (call.Has("clusterid") && call.Filled("clustername") is not null)
            throw Refusal.Value("Can't specify cluster by both id and name"); // CS-1102
        var hypervisor = Hypervisors.Canonical(call.Text("hypervisor")!);
        Credentials(call, hypervisor);
        if (hypervisor == "BareMetal" && call.List("hosttags").Count == 0)
            throw Refusal.Value("hosttag is mandatory while adding host of type Baremetal"); // CS-1119
        var url = Url(call.Text("url")!);
        if (hypervisor == "VMware" && !cloud.Profile.HasVmware)
            throw Refusal.Command(530, $"Do not support HypervisorType {hypervisor} for {call.Text("url")}"); // CS-1106
        ZoneRules.AllocationState(call);
        var cluster = call.Row<Cluster>("clusterid") ?? NewCluster(call, zone, pod, hypervisor);
        if (cluster.Hypervisor != hypervisor)
            throw Refusal.Command(530, $"Cannot find the server resources at {call.Text("url")}"); // CS-1107
        var host = Add(call, zone, pod, cluster, url);
        if (HostLabelRules.SetupProblem(cloud, zone, host) is { } setup)
            Refuse(call, host, setup);
        if (HostLabelRules.Problem(cloud, host) is { } problem)
            Refuse(call, host, problem);
        return Json.Of(("count", 1), ("host", new JsonArray(HostAnswer.Of(cloud, host, call.Now))));
    }

    /// <summary>CS-1108: the wrapper of everything that goes wrong when a host is looked at; the host is not kept.</summary>
    private static void Refuse(Call call, Host host, string cause)
    {
        var cloud = call.Cloud;
        cloud.Alerts.Add(new Alert { Type = 7, Name = "ALERT.COMPUTE.HOST", Description = $"{cause}, host: {host.Name} ({host.Address})" }, call.Now);
        cloud.Hosts.Erase(host);
        foreach (var pool in cloud.Pools.Present.Where(p => p.HostId == host.Id).ToList())
            cloud.Pools.Erase(pool);
        throw Refusal.Command(530, $"Could not add host at [{host.Url}] with zone [{cloud.Zones.Find(host.ZoneId)}], pod [{cloud.Pods.Find(host.PodId)}] and cluster [{cloud.Clusters.Find(host.ClusterId)}] due to: [{cause}].");
    }

    /// <summary>CS-1104.</summary>
    private static void Credentials(Call call, string hypervisor)
    {
        if (hypervisor == "KVM" && call.Filled("username") is null)
            throw Refusal.Value("Username need to be provided.");
        if (hypervisor is not ("KVM" or "VMware") && (call.Filled("username") is null || call.Filled("password") is null))
            throw Refusal.Value("Username and Password need to be provided.");
    }

    /// <summary>CS-1105.</summary>
    private static Uri Url(string url)
    {
        if (!url.Contains(':', StringComparison.Ordinal))
            throw Refusal.Value($"uri.scheme is null {url}, add nfs:// (or cifs://) as a prefix");
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri : throw Refusal.Value($"{url} is not a valid uri");
    }

    /// <summary>CS-1102: a name makes a cluster; without any the host stands alone.</summary>
    private static Cluster NewCluster(Call call, Zone zone, Pod pod, string hypervisor)
    {
        var name = call.Filled("clustername") ?? $"Standalone-{call.Text("url")}";
        return call.Cloud.Clusters.Present.FirstOrDefault(c => c.PodId == pod.Id && c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? call.Cloud.Clusters.Add(new Cluster { ZoneId = zone.Id, PodId = pod.Id, Name = name, Hypervisor = hypervisor }, call.Now);
    }

    private static Host Add(Call call, Zone zone, Pod pod, Cluster cluster, Uri url)
    {
        var cloud = call.Cloud;
        var host = cloud.Hosts.Add(new Host
        {
            ZoneId = zone.Id, PodId = pod.Id, ClusterId = cluster.Id, Url = call.Text("url")!, Hypervisor = cluster.Hypervisor,
            Name = cluster.Hypervisor == "Simulator" ? $"SimulatedAgent.{Guid.NewGuid()}" : url.Host,
            Tags = Json.NoneIfEmpty(string.Join(',', call.List("hosttags"))),
        }, call.Now);
        // An address of its own in the pod's subnet, whatever the URL says; the simulator does no more.
        host.Address = Ipv4.IsValid(url.Host) || pod.Cidr() is not { } cidr ? url.Host : Ipv4.Write(cidr.Network + (uint)(host.Number % Math.Max(1, cidr.Last - cidr.Network)));
        if (zone.LocalStorage)
        {
            var pool = new StoragePool { ZoneId = zone.Id, PodId = pod.Id, ClusterId = cluster.Id, HostId = host.Id, Address = host.Address, PoolType = "Filesystem", Scope = "HOST", Hypervisor = cluster.Hypervisor };
            (pool.Name, pool.Path) = ($"{host.Name}-local-{pool.Id[..8]}", $"/mnt/{pool.Id}");
            cloud.Pools.Add(pool, call.Now);
        }
        cloud.Log("HOST.CREATE", $"Successfully completed adding host {host.Name}", host, call.Now);
        return host;
    }
}
