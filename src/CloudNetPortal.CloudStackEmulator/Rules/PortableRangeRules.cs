using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

internal static class PortableRangeRules
{
    /// <summary>CS-1413: an untagged range is not compared with public ones.</summary>
    public static void Check(CloudState cloud, PortableRange range)
    {
        if (!Ipv4.IsValid(range.Start) || !Ipv4.IsValid(range.End) || Ipv4.Read(range.Start) > Ipv4.Read(range.End))
            throw Refusal.Value($"Invalid portable ip  range: {range.Start}-{range.End}");
        if (!Ipv4.IsValid(range.Gateway) || !Ipv4.IsNetmask(range.Netmask) || !Ipv4.SameSubnet(range.Start, range.Gateway, range.Netmask) || !Ipv4.SameSubnet(range.End, range.Gateway, range.Netmask))
            throw Refusal.Value("Please ensure that your start IP is in the same subnet as your portable IP range's gateway and as per the IP range's netmask.");
        if (cloud.PortableRanges.Present.Any(o => o.RegionId == range.RegionId && Ipv4.RangesOverlap(range.Start, range.End, o.Start, o.End)))
            throw Refusal.Value($"Ip  range: {range.Start}-{range.End} overlaps with a portable IP range already configured in the region {range.RegionId}");
        if (range.Vlan is null || range.Vlan.Equals("untagged", StringComparison.OrdinalIgnoreCase))
            return;
        if (!JavaNumber.TryRead(PublicRangeRules.Value(range.Vlan), out var number) || number is < 1 or > 4094)
            throw Refusal.Value($"Invalid vlan id {range.Vlan}");
        foreach (var other in cloud.IpRanges.Present.Where(o => o.Start is not null))
        {
            if (PublicRangeRules.Value(other.Vlan) == PublicRangeRules.Value(range.Vlan))
                throw Refusal.Value($"Found a VLAN id {range.Vlan} already existing in zone {cloud.Zones.Find(other.ZoneId)} that conflicts with VLAN id of the portable ip range being configured");
            if (Ipv4.RangesOverlap(range.Start, range.End, other.Start!, other.End))
                throw Refusal.Value($"Ip range: {range.Start}-{range.End} overlaps with public ip range {other.Start}-{other.End} in zone {cloud.Zones.Find(other.ZoneId)}");
        }
    }

    /// <summary>CS-720: the other way round, for a new public range.</summary>
    public static void Apart(CloudState cloud, IpRange range)
    {
        foreach (var portable in cloud.PortableRanges.Present)
        {
            if (Ipv4.RangesOverlap(range.Start!, range.End, portable.Start, portable.End))
                throw Refusal.Value($"Ip range: {range.Start}-{range.End} overlaps with a portable IP range already configured in the region {portable.RegionId}");
            if (portable.Vlan is not null && PublicRangeRules.Value(portable.Vlan) is var vlan && vlan != "untagged" && vlan == PublicRangeRules.Value(range.Vlan))
                throw Refusal.Value($"The VLAN tag {range.Vlan} is already being used for portable ip range in this region");
        }
    }
}
