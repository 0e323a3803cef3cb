using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteGuestNetworkIpv6Prefix : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        call.Row<GuestPrefix>("id")!.Removed = true;
        return Done();
    }
}
