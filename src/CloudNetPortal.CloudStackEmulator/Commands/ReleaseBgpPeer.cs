using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ReleaseBgpPeer : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var peer = call.Row<BgpPeer>("id")!;
        (peer.Account, peer.DomainId) = (null, null);
        return Json.Of(("bgppeer", RoutingAnswer.Of(call.Cloud, peer)));
    }
}
