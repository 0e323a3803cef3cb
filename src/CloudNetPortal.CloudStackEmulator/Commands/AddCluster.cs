using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class AddCluster : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var zone = call.Row<Zone>("zoneid") is { Removed: false } found ? found : throw Refusal.Value("Can't find zone by the id specified"); // CS-1001
        var pod = call.Row<Pod>("podid")!;
        if (pod.Removed)
            throw Refusal.Value($"Can't find pod by id {pod.Number}");
        if (pod.ZoneId != zone.Id)
            throw Refusal.Value($"Pod with specified id doesn't belong to the zone {zone}");
        var hypervisor = Hypervisors.Canonical(call.Text("hypervisor")!); // CS-1003: an unknown one is taken
        if (zone.SecurityGroups && !zone.Basic && !Hypervisors.KnowSecurityGroups.Contains(hypervisor))
            throw Refusal.Value($"Don't support hypervisor type {hypervisor} in advanced security enabled zone"); // CS-1004
        if (call.Has("extensionid") && hypervisor != "External")
            throw Refusal.Value("Extension can be specified only for External hypervisor type"); // CS-1007
        var type = call.Text("clustertype")!;
        if (type is not ("CloudManaged" or "ExternalManaged"))
            throw Refusal.Command(431, $"No enum constant com.cloud.org.Cluster.ClusterType.{type}"); // CS-1005
        ZoneRules.AllocationState(call);
        if (hypervisor == "VMware" && !cloud.Profile.HasVmware)
            throw Refusal.Value($"Could not find corresponding resource manager for {call.Text("hypervisor")}"); // CS-1118: no such plugin here
        if (type == "ExternalManaged")
            ClusterUrl(call.Filled("url"));
        var name = call.Text("clustername")!;
        if (cloud.Clusters.Present.Any(c => c.PodId == pod.Id && c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) // CS-1006
        {
            throw Refusal.Concerning(Refusal.State($"Unable to create cluster {name} in pod and data center with specified ids"), (pod.Id, "podId"), (zone.Id, "dcId"));
        }
        var cluster = new Cluster
        {
            ZoneId = zone.Id, PodId = pod.Id, Name = name, Hypervisor = hypervisor, ClusterType = type, Enabled = call.Filled("allocationstate") != "Disabled", Architecture = call.Filled("arch") ?? "x86_64",
        };
        if (hypervisor == "VMware" && type == "ExternalManaged")
        {
            VmwareRules.Labels(cloud, zone);
            VmwareRules.Belongs(cloud, zone, cluster, new Uri(call.Text("url")!));
        }
        cloud.Clusters.Add(cluster, call.Now);
        cloud.Log("CLUSTER.CREATE", $"Successfully completed creating cluster. Cluster Name: {name}", cluster, call.Now);
        return Json.Of(("count", 1), ("cluster", new JsonArray(ClusterAnswer.Of(cloud, cluster))));
    }

    /// <summary>CS-1008.</summary>
    private static void ClusterUrl(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            throw Refusal.Value(url is null || !url.Contains("://", StringComparison.Ordinal) ? $"uri.scheme is null {url}, add http:// as a prefix" : $"{url} is not a valid uri");
        if (uri.Scheme == "http" && (uri.Host.Length == 0 || (uri.AbsolutePath == "/" && !url!.EndsWith('/'))))
            throw Refusal.Value("Your host and/or path is wrong.  Make sure it's of the format http://hostname/path");
    }
}
