using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

/// <summary>A further range of a shared guest network.</summary>
internal static class GuestRangeRules
{
    /// <summary>CS-709, CS-710.</summary>
    public static void Fit(CloudState cloud, GuestNetwork network, IpRange range, string? vlan)
    {
        var existing = cloud.IpRanges.Present.Where(r => r.NetworkId == network.Id).ToList();
        if (existing.Count > 0 && vlan is not null && !SameVlan(existing[0].Vlan, vlan))
            throw Refusal.Value($"there is already one vlan {existing[0].Vlan} on network :{network}, only one vlan is allowed on guest network");
        if (network.Vlan is not null && vlan is not null && !SameVlan(network.Vlan, vlan))
            throw Refusal.Value("Vlan doesn't match vlan of the network");
        if (network.Vlan is not null)
            range.Vlan = PublicRangeRules.VlanUri(network.Vlan);
        if (range.Start is null)
            return;
        if (range.Gateway is null != range.Netmask is null)
            throw Refusal.Value("either both netmask and gateway should be passed or both should me omited.");
        if (range.Gateway is null)
            Inherit(existing, range);
        else
            NewSubnet(existing, range);
        if (Ipv4.IsValid(range.Gateway) && Ipv4.RangesOverlap(range.Start, range.End, range.Gateway!, range.Gateway))
            throw Refusal.Value("The gateway ip should not be the part of the ip range being added."); // CS-718
    }

    private static void Inherit(List<IpRange> existing, IpRange range)
    {
        var home = existing.Find(r => r.Gateway is not null && Cidr.Of(r.Gateway, r.Netmask!).Contains(range.Start!) && Cidr.Of(r.Gateway, r.Netmask!).Contains(range.End!))
            ?? throw Refusal.Value("The IP range dose not belong to any of the existing subnets, Provide the netmask and gateway if you want to add new subnet");
        (range.Gateway, range.Netmask) = (home.Gateway, home.Netmask);
    }

    private static void NewSubnet(List<IpRange> existing, IpRange range)
    {
        if (!Ipv4.IsValid(range.Gateway) || !Ipv4.IsNetmask(range.Netmask))
            return; // CS-716 says so later
        if (!Ipv4.SameSubnet(range.Start!, range.Gateway!, range.Netmask!))
            throw Refusal.Value("The start IP and gateway do not belong to the same subnet");
        if (!Ipv4.SameSubnet(range.End!, range.Gateway!, range.Netmask!))
            throw Refusal.Value("The end IP and gateway do not belong to the same subnet");
        var cidr = Cidr.Of(range.Gateway!, range.Netmask!);
        foreach (var other in existing.Where(o => o.Gateway is not null))
        {
            var block = Cidr.Of(other.Gateway!, other.Netmask!);
            if (!cidr.Overlaps(block))
                continue;
            if (cidr.Prefix != block.Prefix)
                throw Refusal.Value($"The subnet you are trying to add is a {(cidr.Prefix < block.Prefix ? "superset" : "subset")} of the existing subnet having gateway {other.Gateway} and netmask {other.Netmask}");
            if (other.Gateway != range.Gateway)
                throw Refusal.Value($"The gateway of the subnet should be unique. The subnet already has a gateway {other.Gateway}");
        }
    }

    private static bool SameVlan(string a, string b) =>
        (a.Contains("untagged", StringComparison.OrdinalIgnoreCase) && b.Contains("untagged", StringComparison.OrdinalIgnoreCase)) ||
        PublicRangeRules.Value(a).Equals(PublicRangeRules.Value(b), StringComparison.OrdinalIgnoreCase);
}
