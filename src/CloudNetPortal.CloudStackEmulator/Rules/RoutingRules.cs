using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

/// <summary>Routed networks of a zone: every refusal of these commands is told in the job.</summary>
internal static class RoutingRules
{
    /// <summary>CS-1401.</summary>
    public static Zone RoutedZone(Call call, string text = "Routed networks and VPCs are not enabled for the zone.")
    {
        var zone = call.Row<Zone>("zoneid")!;
        if (zone.Removed)
            throw Refusal.Value($"Cannot find a zone with ID {zone.Number}");
        return zone.Settings.GetValueOrDefault("routed.network.vpc.enabled", "true") == "true" ? zone : throw Refusal.Value(text);
    }

    /// <summary>CS-1402, CS-1403: a block of addresses that no other subnet of the zone overlaps.</summary>
    public static void Subnet(CloudState cloud, string zoneId, string text, ZoneSubnet? self)
    {
        if (!Cidr.TryRead(text, out var cidr))
            throw Refusal.Value(self is null ? $"Invalid IPv4 subnet: {text}" : $"Invalid IPv4 cidr: {text}");
        foreach (var other in cloud.ZoneSubnets.Present.Where(o => o != self && o.ZoneId == zoneId))
        {
            if (Cidr.TryRead(other.Subnet, out var block) && block.Overlaps(cidr))
                throw Refusal.Value($"Existing zone subnet {other.Subnet} has overlap with: {text}");
        }
    }

    /// <summary>CS-1407.</summary>
    public static void Peer(CloudState cloud, BgpPeer peer)
    {
        if (peer.Ip4 is null && peer.Ip6 is null)
            throw Refusal.Value("At least one of IPv4 and IPv6 address must be specified.");
        if (peer.Ip4 is not null && !Ipv4.IsValid(peer.Ip4))
            throw Refusal.Value("IPv4 address is not valid.");
        if (peer.Ip6 is not null && !(System.Net.IPAddress.TryParse(peer.Ip6, out var ip6) && ip6.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6))
            throw Refusal.Value("IPv6 address is not valid.");
        foreach (var other in cloud.BgpPeers.Present.Where(o => o.Id != peer.Id && o.ZoneId == peer.ZoneId && o.AsNumber == peer.AsNumber))
        {
            if (peer.Ip4 is not null && other.Ip4 == peer.Ip4)
                throw Refusal.Value("There is already a BGP peer with same IPv4 address and AS number in the zone.");
            if (peer.Ip6 is not null && other.Ip6 == peer.Ip6)
                throw Refusal.Value("There is already a BGP peer with same IPv6 address and AS number in the zone.");
        }
    }

    /// <summary>CS-1407: the one detail there is.</summary>
    public static void PeerDetails(Call call, BgpPeer peer)
    {
        foreach (var (key, value) in call.Map("details"))
            peer.Details[key.Equals("EBGP_MultiHop", StringComparison.OrdinalIgnoreCase) ? "EBGP_MultiHop" : throw Refusal.Value($"Unsupported BGP peer detail {key}")] = value;
    }
}
