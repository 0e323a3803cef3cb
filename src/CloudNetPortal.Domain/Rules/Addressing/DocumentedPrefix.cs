using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Places;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>Finds the documented subnet an address lies in.</summary>
internal static class DocumentedPrefix
{
    /// <summary>The smallest documented subnet that holds the address, or null. Prefixes are few; ranges ask, never hosts one by one.</summary>
    public static Prefix? Of(RuleFacts facts, Ipv4 address) => facts.Input.Catalogue.Prefixes
        .Where(p => p.Network.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && SubnetOf(p).Contains(address)).MaxBy(p => p.Network.PrefixLength);

    /// <summary>Its subnet as numbers.</summary>
    public static Ipv4Subnet SubnetOf(Prefix prefix) => Ipv4Subnet.Holding(Ipv4.From(prefix.Network.BaseAddress), prefix.Network.PrefixLength);

    /// <summary>Its gateway, where one is documented.</summary>
    public static Ipv4? GatewayOf(Prefix? prefix) => prefix?.Gateway is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } gateway ? Ipv4.From(gateway) : null;
}
