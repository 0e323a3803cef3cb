using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>Finds the documented subnet an address lies in.</summary>
internal static class DocumentedPrefix
{
    /// <summary>The smallest documented subnet that holds the address, or null. Prefixes are few; ranges ask, never hosts one by one.</summary>
    public static Prefix? Of(RuleFacts facts, Ipv4 address) => Holding(facts, address).MaxBy(p => p.Network.PrefixLength);

    /// <summary>The documented subnet of a range. Routing tables may have the same numbers: then its VLAN says which one is meant, or else its gateway.</summary>
    public static Prefix? Of(RuleFacts facts, AddressClaim claim)
    {
        if ((claim.Range?.Start ?? claim.Gateway) is not { } address)
            return null;
        var vlan = claim.Kind == "management" ? null : CellSets.VlanOf(claim.VlanText);
        return Holding(facts, address).OrderByDescending(p => p.Network.PrefixLength).ThenByDescending(p => vlan is not null && p.VlanId == vlan).ThenByDescending(p => claim.Gateway is not null && GatewayOf(p) == claim.Gateway).FirstOrDefault();
    }

    private static IEnumerable<Prefix> Holding(RuleFacts facts, Ipv4 address) =>
        facts.Input.Catalogue.Prefixes.Where(p => p.Network.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && SubnetOf(p).Contains(address));

    /// <summary>Its subnet as numbers.</summary>
    public static Ipv4Subnet SubnetOf(Prefix prefix) => Ipv4Subnet.Holding(Ipv4.From(prefix.Network.BaseAddress), prefix.Network.PrefixLength);

    /// <summary>Its gateway, where one is documented.</summary>
    public static Ipv4? GatewayOf(Prefix? prefix) => prefix?.Gateway is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } gateway ? Ipv4.From(gateway) : null;
}
