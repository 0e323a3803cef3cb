using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteStorageNetworkIpRange : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var range = call.Row<StorageRange>("id")!;
        call.Cloud.StorageRanges.Erase(range);
        call.Cloud.Log("STORAGE.IP.RANGE.DELETE", $"Successfully completed Deleting storage ip range {range.Id}", range, call.Now);
        return Done();
    }
}
