using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class HostAnswer
{
    private const string Events = "PingTimeout; StartAgentRebalance; Ping; AgentConnected; ShutdownRequested; Remove; ManagementServerDown; AgentDisconnected; HostDown";

    public static JsonObject Of(CloudState cloud, Host host, DateTimeOffset now)
    {
        var cluster = cloud.Clusters.Find(host.ClusterId);
        var routing = host.Type == "Routing";
        var json = Json.Of(
            ("id", host.Id), ("name", host.Name), ("state", host.State), ("type", host.Type), ("ipaddress", host.Address), ("zoneid", host.ZoneId), ("zonename", cloud.Zones.Find(host.ZoneId)?.Name),
            ("podid", host.PodId), ("podname", cloud.Pods.Find(host.PodId)?.Name), ("version", cloud.Profile.Version));
        if (routing)
            Machine(json, host, cloud);
        foreach (var (name, value) in Rest(cloud, host, cluster, now))
            json[name] = value?.DeepClone();
        JobAnswer.AddPending(json, cloud, host);
        return json;
    }

    private static void Machine(JsonObject json, Host host, CloudState cloud)
    {
        var vms = cloud.SystemVms.Present.Count(v => v.HostId == host.Id);
        var cpu = $"{(vms * 500 * 100.0 / (Capacities.HostCores * Capacities.HostMegahertz)).ToString("0.00", CultureInfo.InvariantCulture)}%";
        var memory = vms * 805_306_368L;
        foreach (var (name, value) in Json.Of(
            ("hypervisor", host.Hypervisor), ("cpunumber", Capacities.HostCores), ("cpuspeed", Capacities.HostMegahertz), ("cpuallocated", cpu), ("cpuallocatedvalue", vms * 500),
            ("cpuallocatedpercentage", cpu), ("cpuallocatedwithoverprovisioning", cpu), ("cpuwithoverprovisioning", "32000"), ("memorytotal", Capacities.HostMemory),
            ("memorywithoverprovisioning", Capacities.HostMemory.ToString(CultureInfo.InvariantCulture)), ("memoryallocated", memory),
            ("memoryallocatedpercentage", $"{(memory * 100.0 / Capacities.HostMemory).ToString("0.00", CultureInfo.InvariantCulture)}%"), ("memoryallocatedbytes", memory), ("capabilities", "hvm")))
        {
            json[name] = value?.DeepClone();
        }
    }

    private static JsonObject Rest(CloudState cloud, Host host, Cluster? cluster, DateTimeOffset now) => Json.Of(
        ("lastpinged", ServerFacts.Date(now)), ("managementserverid", cloud.ManagementServerId), ("managementservername", "localhost"), ("clusterid", cluster?.Id), ("clustername", cluster?.Name),
        ("clustertype", cluster?.ClusterType), ("islocalstorageactive", false), ("created", ServerFacts.Date(host.Created)), ("events", Events), ("hosttags", host.Tags), ("explicithosttags", host.Tags),
        ("istagarule", host.Tags is null ? null : false), ("hostha", Json.Of(("haenable", false), ("hastate", "Disabled"))),
        ("outofbandmanagement", Json.Of(("powerstate", "Disabled"), ("enabled", false))), ("resourcestate", host.ResourceState), ("hypervisorversion", cloud.Profile.Version), ("hahost", false),
        ("ueficapability", false), ("arch", "x86_64"), ("hasannotations", cloud.HasAnnotations(host)));
}
