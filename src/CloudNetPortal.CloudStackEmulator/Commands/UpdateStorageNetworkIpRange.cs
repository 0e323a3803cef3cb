using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateStorageNetworkIpRange : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var range = call.Row<StorageRange>("id")!;
        var pod = cloud.Pods.Find(range.PodId)!;
        if (call.Filled("netmask") is { } netmask)
            StorageRangeRules.Netmask(netmask);
        string start = call.Filled("startip") ?? range.Start, end = call.Filled("endip") ?? range.End;
        if (call.Has("startip") || call.Has("endip")) // CS-608: in practice always refused
        {
            StorageRangeRules.ApartFromManagement(pod, start, end);
            StorageRangeRules.ApartFromStorage(cloud, pod, start, end);
        }
        (range.Start, range.End) = (start, end);
        range.Netmask = call.Filled("netmask") ?? range.Netmask;
        range.Vlan = call.Number("vlan") ?? range.Vlan;
        cloud.Log("STORAGE.IP.RANGE.UPDATE", "Successfully completed Update storage ip range", range, call.Now);
        return Json.Of(("storagenetworkiprange", RangeAnswer.Of(cloud, range, listed: false)));
    }
}
