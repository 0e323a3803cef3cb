using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteCluster : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cluster = call.Row<Cluster>("id")!;
        if (cluster.Removed)
            throw Refusal.State($"Cluster: {cluster.Number} does not exist");
        if (call.Cloud.Hosts.Present.Any(h => h.ClusterId == cluster.Id)) // CS-1606
            throw Refusal.State($"Cluster: {cluster.Number} cannot be removed. Cluster still has hosts");
        if (call.Cloud.Pools.Present.Any(p => p.ClusterId == cluster.Id))
            throw Refusal.State($"Cluster: {cluster} cannot be removed. Cluster still has storage pools");
        cluster.Removed = true;
        call.Cloud.ForgetAnnotations(cluster);
        call.Cloud.Log("CLUSTER.DELETE", $"Successfully completed deleting cluster. Cluster ID: {cluster.Id}", cluster, call.Now);
        return Done();
    }
}
