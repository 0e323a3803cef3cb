using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateBgpPeer : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var peer = call.Row<BgpPeer>("id")!;
        var wanted = new BgpPeer
        {
            Id = peer.Id, ZoneId = peer.ZoneId, AsNumber = call.Filled("asnumber") is { } number ? long.Parse(number, CultureInfo.InvariantCulture) : peer.AsNumber,
            Ip4 = call.Filled("ipaddress") ?? peer.Ip4, Ip6 = call.Filled("ip6address") ?? peer.Ip6,
        };
        RoutingRules.Peer(call.Cloud, wanted);
        (peer.AsNumber, peer.Ip4, peer.Ip6, peer.Password) = (wanted.AsNumber, wanted.Ip4, wanted.Ip6, call.Filled("password") ?? peer.Password);
        if (call.Flag("cleanupdetails"))
            peer.Details.Clear();
        RoutingRules.PeerDetails(call, peer);
        return Json.Of(("bgppeer", RoutingAnswer.Of(call.Cloud, peer)));
    }
}
