using System.Net;
using System.Net.Sockets;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

/// <summary>CS-725.</summary>
internal static class Ipv6RangeRules
{
    public static void Check(CloudState cloud, Zone zone, IpRange range)
    {
        if (range.Ip6Gateway is null || range.Ip6Cidr is null)
            throw Refusal.Value("Gateway, netmask and zoneId have to be passed in for virtual and direct untagged networks");
        if (!IsIpv6(range.Ip6Gateway))
            throw Refusal.Value("Please specify a valid IPv6 gateway");
        if (!IPNetwork.TryParse(range.Ip6Cidr, out var cidr) || cidr.BaseAddress.AddressFamily != AddressFamily.InterNetworkV6)
            throw Refusal.Value("Please specify a valid IPv6 CIDR");
        if (cidr.PrefixLength > 64)
            throw Refusal.Value("For IPv6 range, prefix must be /64 or less");
        foreach (var other in cloud.IpRanges.Present.Where(o => o.ZoneId == zone.Id && o.Ip6Cidr is not null))
        {
            var block = IPNetwork.Parse(other.Ip6Cidr!);
            if (block.Contains(cidr.BaseAddress) || cidr.Contains(block.BaseAddress))
                throw Refusal.Value($"The IPv6 range with tag: {other.Vlan} already has IPs that overlap with the new range.");
        }
    }

    private static bool IsIpv6(string text) => IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
}
