using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateCluster : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cluster = call.Row<Cluster>("id")!;
        if (cluster.Removed)
            throw Refusal.Value($"Unable to find the cluster by id={cluster.Number}"); // CS-1009
        if (call.Filled("clustername") is not null && cluster.Hypervisor == "VMware")
            throw Refusal.Value("Renaming VMware cluster is not supported as it could cause problems if the updated  cluster name is not mapped on VCenter.");
        if (call.Filled("clustertype") is { } type && type is not ("CloudManaged" or "ExternalManaged"))
            throw Refusal.Value($"Unable to resolve {type} to a supported type");
        ZoneRules.AllocationState(call);
        if (call.Filled("managedstate") is { } managed && managed is not ("Managed" or "Unmanaged"))
            throw Refusal.Value($"Unable to resolve Managed State '{managed}' to a supported state");
        if (call.Filled("arch") is { } arch && arch != cluster.Architecture && call.Cloud.Hosts.Present.Any(h => h.ClusterId == cluster.Id))
            throw Refusal.Value($"Cluster has host(s) present with arch type(s): {cluster.Architecture}");
        cluster.Architecture = call.Filled("arch") ?? cluster.Architecture;
        cluster.Name = call.Filled("clustername") ?? cluster.Name;
        cluster.Hypervisor = call.Filled("hypervisor") is { } hypervisor ? Hypervisors.Canonical(hypervisor) : cluster.Hypervisor;
        cluster.ClusterType = call.Filled("clustertype") ?? cluster.ClusterType;
        cluster.ManagedState = call.Filled("managedstate") ?? cluster.ManagedState;
        cluster.Enabled = call.Filled("allocationstate") is { } state ? state == "Enabled" : cluster.Enabled;
        call.Cloud.Log("CLUSTER.EDIT", $"Successfully completed updating cluster. Cluster ID: {cluster.Id}", cluster, call.Now);
        return Json.Of(("cluster", ClusterAnswer.Of(call.Cloud, cluster)));
    }
}
