using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CreateBgpPeer : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var zone = RoutingRules.RoutedZone(call);
        var peer = new BgpPeer
        {
            ZoneId = zone.Id, AsNumber = long.Parse(call.Text("asnumber")!, CultureInfo.InvariantCulture), Ip4 = call.Filled("ipaddress"), Ip6 = call.Filled("ip6address"), Password = call.Filled("password"),
            Account = call.Filled("account"), DomainId = call.Row<KnownObject>("domainid")?.Id,
        };
        RoutingRules.Peer(call.Cloud, peer);
        RoutingRules.PeerDetails(call, peer);
        return Json.Of(("bgppeer", RoutingAnswer.Of(call.Cloud, call.Cloud.BgpPeers.Add(peer, call.Now))));
    }
}
