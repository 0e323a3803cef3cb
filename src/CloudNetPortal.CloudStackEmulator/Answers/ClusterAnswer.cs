using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class ClusterAnswer
{
    public static JsonObject Of(CloudState cloud, Cluster cluster) => Json.Of(
        ("id", cluster.Id), ("name", cluster.Name), ("podid", cluster.PodId), ("podname", cloud.Pods.Find(cluster.PodId)?.Name), ("zoneid", cluster.ZoneId),
        ("zonename", cloud.Zones.Find(cluster.ZoneId)?.Name), ("hypervisortype", cluster.Hypervisor), ("clustertype", cluster.ClusterType), ("allocationstate", ZoneAnswer.State(cluster.Enabled)),
        ("managedstate", cluster.ManagedState), ("cpuovercommitratio", "1.0"), ("memoryovercommitratio", "1.0"),
        ("resourcedetails", Json.Of(("memoryOvercommitRatio", "1.0"), ("cpuOvercommitRatio", "1.0"))), ("arch", cluster.Architecture), ("hasannotations", cloud.HasAnnotations(cluster)));
}
