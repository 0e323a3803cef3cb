using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteBgpPeer : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        call.Row<BgpPeer>("id")!.Removed = true;
        return Done();
    }
}
