using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DedicateBgpPeer : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var peer = call.Row<BgpPeer>("id")!;
        (peer.Account, peer.DomainId) = (call.Filled("account"), call.Row<KnownObject>("domainid")?.Id ?? FreshCloud.RootDomain.Id);
        return Json.Of(("bgppeer", RoutingAnswer.Of(call.Cloud, peer)));
    }
}
