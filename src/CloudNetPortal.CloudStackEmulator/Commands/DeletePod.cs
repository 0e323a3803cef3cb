using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeletePod : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var pod = call.Row<Pod>("id")!;
        if (pod.Removed)
            throw Refusal.Value($"A pod with ID: {pod.Number} does not exist.");
        if (InTheWay(cloud, pod) is { } obstacle)
            throw Refusal.State($"The pod cannot be deleted because {obstacle}");
        pod.Removed = true;
        cloud.ForgetAnnotations(pod);
        foreach (var dedication in cloud.ResourceDedications.Present.Where(d => d.ResourceId == pod.Id).ToList())
            cloud.ResourceDedications.Erase(dedication);
        foreach (var range in cloud.IpRanges.Present.Where(r => r.PodId == pod.Id))
            range.Removed = true;
        foreach (var range in cloud.StorageRanges.Present.Where(r => r.PodId == pod.Id).ToList())
            cloud.StorageRanges.Erase(range);
        cloud.Log("POD.DELETE", $"Successfully completed deleting pod. Pod ID: {pod.Id}", pod, call.Now);
        return Done();
    }

    /// <summary>CS-1604: the first thing in the way, in the server's order.</summary>
    private static string? InTheWay(CloudState cloud, Pod pod)
    {
        if (cloud.SystemVms.Present.Any(v => v.PodId == pod.Id && v.PrivateIp is not null))
            return "there are private IP addresses allocated in this pod.";
        if (cloud.Volumes.Present.Any(v => !v.Destroyed && cloud.Pools.Find(v.PoolId)?.PodId == pod.Id))
            return "there are storage volumes in this pod.";
        if (cloud.Hosts.Present.Any(h => h.PodId == pod.Id))
            return "there are servers in this pod.";
        if (cloud.SystemVms.Present.Any(v => v.PodId == pod.Id))
            return "there are Instances in this pod.";
        return cloud.Clusters.Present.Any(c => c.PodId == pod.Id) ? "there are clusters in this pod." : null;
    }
}
