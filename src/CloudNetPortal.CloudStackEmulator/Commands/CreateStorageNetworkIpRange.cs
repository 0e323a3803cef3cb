using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CreateStorageNetworkIpRange : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var pod = call.Row<Pod>("podid")!;
        string start = call.Text("startip")!, end = call.Filled("endip") ?? start;
        StorageRangeRules.Netmask(call.Text("netmask")!);
        if (pod.Removed)
            throw Refusal.State($"Cannot find pod {pod.Number}"); // CS-602
        StorageRangeRules.ApartFromManagement(pod, start, end);
        StorageRangeRules.ApartFromStorage(cloud, pod, start, end, call.Race);
        if (call.Race.EndsInADeadlock(cloud.RunningJobs.Count(j => j.Command == Name)))
            throw Refusal.State("Deadlock found when trying to get lock; try restarting transaction");
        var range = cloud.StorageRanges.Add(new StorageRange
        {
            PodId = pod.Id, Start = start, End = end, Gateway = call.Text("gateway")!, Netmask = call.Text("netmask")!, Vlan = call.Number("vlan"),
        }, call.Now);
        cloud.Log("STORAGE.IP.RANGE.CREATE", $"Successfully completed Creating storage ip range from {start} to {end}", range, call.Now);
        return Json.Of(("storagenetworkiprange", RangeAnswer.Of(cloud, range, listed: false)));
    }
}
