using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Answers;

/// <summary>What belongs to routed networks: subnets, prefixes, peers, AS numbers.</summary>
internal static class RoutingAnswer
{
    public static JsonObject Of(CloudState cloud, ZoneSubnet subnet) => Json.Of(
        ("id", subnet.Id), ("zoneid", subnet.ZoneId), ("zonename", cloud.Zones.Find(subnet.ZoneId)?.Name), ("subnet", subnet.Subnet), ("account", subnet.Account),
        ("domainid", subnet.DomainId), ("domain", subnet.DomainId is null ? null : FreshCloud.RootDomain.Text("name")), ("created", ServerFacts.Date(subnet.Created)));

    public static JsonObject Of(GuestPrefix prefix)
    {
        var total = 1 << Math.Max(0, 64 - System.Net.IPNetwork.Parse(prefix.Prefix).PrefixLength);
        return Json.Of(("id", prefix.Id), ("prefix", prefix.Prefix), ("zoneid", prefix.ZoneId), ("usedsubnets", 0), ("availablesubnets", total), ("totalsubnets", total), ("created", ServerFacts.Date(prefix.Created)));
    }

    public static JsonObject Of(CloudState cloud, BgpPeer peer) => Json.Of(
        ("id", peer.Id), ("zoneid", peer.ZoneId), ("zonename", cloud.Zones.Find(peer.ZoneId)?.Name), ("ipaddress", peer.Ip4), ("ip6address", peer.Ip6), ("asnumber", peer.AsNumber), ("password", peer.Password),
        ("account", peer.Account), ("domainid", peer.DomainId), ("domain", peer.DomainId is null ? null : FreshCloud.RootDomain.Text("name")), ("created", ServerFacts.Date(peer.Created)),
        ("details", peer.Details.Count == 0 ? null : Json.Map(peer.Details)));

    public static JsonObject Of(AsnRange range) => Json.Of(
        ("id", range.Id), ("zoneid", range.ZoneId), ("startasn", range.First), ("endasn", range.Last), ("created", ServerFacts.Date(range.Created)));
}
