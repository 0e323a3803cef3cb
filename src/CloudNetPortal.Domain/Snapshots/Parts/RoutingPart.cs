using System.Text.Json;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>Subnets, IPv6 prefixes, BGP peers and AS numbers for routed networks.</summary>
public sealed class RoutingPart : SnapshotPart
{
    private static readonly string[] Lists = ["listIpv4SubnetsForZone", "listGuestNetworkIpv6Prefixes", "listBgpPeers", "listASNRanges"];

    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        if (observation.Design.Routing is null && !Lists.Any(l => observation.Rows(l).Count > 0)) return;
        var routing = observation.Design.Routing ??= new RoutedNetworking();
        Cidrs(observation, routing.Subnets, "listIpv4SubnetsForZone", "subnet", "routing/subnet");
        Cidrs(observation, routing.Ipv6Prefixes, "listGuestNetworkIpv6Prefixes", "prefix", "routing/prefix");
        if (observation.Has("listBgpPeers"))
            foreach (var (peer, row) in observation.Pair(routing.BgpPeers, observation.Rows("listBgpPeers"), p => $"routing/peer/{p.Id}", r => new BgpPeer { Id = Observation.IdFor(r) },
                (p, r) => p.AsNumber == FieldPath.Text(r, "asnumber") && (p.Ip4 ?? "") == (FieldPath.Text(r, "ipaddress") ?? "") && (p.Ip6 ?? "") == (FieldPath.Text(r, "ip6address") ?? "")))
            {
                peer.AsNumber = Observation.Take(peer.AsNumber, row, "asnumber");
                peer.Ip4 = Observation.Take(peer.Ip4, row, "ipaddress");
                peer.Ip6 = Observation.Take(peer.Ip6, row, "ip6address");
            }
        if (observation.Has("listASNRanges"))
            foreach (var (range, row) in observation.Pair(routing.AsNumberRanges, observation.Rows("listASNRanges"), a => $"routing/as/{a.Id}", r => new AsNumberRange { Id = Observation.IdFor(r) },
                (a, r) => a.Start == FieldPath.Text(r, "startasn")))
            {
                range.Start = Observation.Take(range.Start, row, "startasn") ?? "";
                range.End = Observation.Take(range.End, row, "endasn") ?? "";
            }
    }

    private static void Cidrs(Observation observation, List<RoutedSubnet> subnets, string list, string field, string key)
    {
        if (!observation.Has(list)) return;
        foreach (var (subnet, row) in observation.Pair(subnets, observation.Rows(list), s => $"{key}/{s.Id}", r => new RoutedSubnet { Id = Observation.IdFor(r) }, (s, r) => Is(s, r, field)))
            if (!Is(subnet, row, field)) subnet.Cidr = FieldPath.Text(row, field) ?? "";
    }

    private static bool Is(RoutedSubnet subnet, JsonElement row, string field) => string.Equals(subnet.Cidr, FieldPath.Text(row, field), StringComparison.OrdinalIgnoreCase);
}
