using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteIpv4SubnetForZone : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        call.Row<ZoneSubnet>("id")!.Removed = true;
        return Done();
    }
}
