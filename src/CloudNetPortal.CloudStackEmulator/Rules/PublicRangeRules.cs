using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

/// <summary>What the server asks of a public or guest address range.</summary>
internal static class PublicRangeRules
{
    /// <summary>CS-728: anything is stored; nothing or blank means untagged.</summary>
    public static string VlanUri(string? vlan) =>
        string.IsNullOrWhiteSpace(vlan) ? "vlan://untagged" : vlan.StartsWith("vlan://", StringComparison.OrdinalIgnoreCase) ? vlan : $"vlan://{vlan}";

    public static string Value(string uri) => uri.StartsWith("vlan://", StringComparison.OrdinalIgnoreCase) ? uri["vlan://".Length..] : uri;

    /// <summary>CS-712: no overlap with the management ranges of any pod of the zone.</summary>
    public static void ApartFromManagement(CloudState cloud, Zone zone, string start, string? end)
    {
        foreach (var pod in cloud.Pods.Present.Where(p => p.ZoneId == zone.Id))
        {
            if (pod.Ranges is null) // CS-713: the server does not survive the pod of an edge zone
                throw Refusal.State("Cannot invoke \"String.split(String)\" because the return value of \"com.cloud.dc.HostPodVO.getDescription()\" is null");
            foreach (var range in pod.Ranges)
            {
                if (UncheckedAddresses.Overlap(start, end, range.Start, range.End))
                    throw Refusal.Value($"The Start IP and EndIP address range overlap with private IP :{range.Start}:{range.End}");
            }
        }
    }

    /// <summary>CS-716, CS-717, CS-718.</summary>
    public static void Shape(string? gateway, string? netmask, string start, string end)
    {
        if (!Ipv4.IsValid(gateway))
            throw Refusal.Value("Please specify a valid gateway");
        if (!Ipv4.IsNetmask(netmask))
            throw Refusal.Value("Please specify a valid netmask");
        var cidr = Cidr.Of(gateway!, netmask!);
        if (!Ipv4.IsValid(start) || !Ipv4.IsValid(end) || !cidr.Contains(start) || !cidr.Contains(end))
            throw Refusal.Value("Please specify a valid IP range or valid netmask or valid gateway");
        if (Ipv4.Read(start) > Ipv4.Read(end))
            throw Refusal.Value("Please specify a valid IP range.");
        if (cidr.Prefix != 31 && Ipv4.RangesOverlap(start, end, gateway!, gateway))
            throw Refusal.Value("The gateway ip should not be the part of the ip range being added.");
    }

    /// <summary>CS-721 to CS-723: against every other IPv4 range of the zone whose subnet overlaps.</summary>
    public static void ApartFromOthers(CloudState cloud, Zone zone, IpRange range, bool onPublicNetwork)
    {
        var cidr = Cidr.Of(range.Gateway!, range.Netmask!);
        foreach (var other in cloud.IpRanges.Present.Where(o => o.ZoneId == zone.Id && o is { Gateway: not null, Netmask: not null }))
        {
            if (!cidr.Overlaps(Cidr.Of(other.Gateway!, other.Netmask!)))
                continue;
            if (range.Vlan.Contains("untagged", StringComparison.OrdinalIgnoreCase) || VlansIntersect(Value(range.Vlan), Value(other.Vlan)))
            {
                if (range.Gateway != other.Gateway || range.Netmask != other.Netmask)
                {
                    throw Refusal.Value($"The IP range has already been added with gateway {other.Gateway} ,and netmask {other.Netmask}, " +
                        "Please specify the gateway/netmask if you want to extend ip range");
                }
                if (cidr.Prefix != 31 && Ipv4.RangesOverlap(range.Start!, range.End, other.Start!, other.End))
                    throw Refusal.Value("The IP range already has IPs that overlap with the new range. Please specify a different start IP/end IP.");
            }
            else if (onPublicNetwork || other.ForVirtualNetwork)
            {
                throw Refusal.Value($"The IP range with tag: {other.Vlan} in zone {zone.Name} has overlapped with the subnet. Please specify a different gateway/netmask.");
            }
        }
    }

    /// <summary>CS-724: not one of the guest VLANs of the same physical network. A text that is no number is none of them.</summary>
    public static void ApartFromGuestVlans(Zone zone, PhysicalNetwork network, string uri)
    {
        if (JavaNumber.TryRead(Value(uri), out var number) && network.Vlans.Exists(v => v.Contains(number)))
            throw Refusal.Value($"The VLAN tag {uri} is already being used for dynamic vlan allocation for the guest network in zone {zone.Name}");
    }

    private static bool VlansIntersect(string a, string b)
    {
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase))
            return true;
        var others = Expand(b);
        return Expand(a).Exists(x => others.Exists(y => x.First <= y.Last && y.First <= x.Last));
    }

    private static List<VlanSpan> Expand(string list)
    {
        var spans = new List<VlanSpan>();
        foreach (var part in list.Split(','))
        {
            var ends = part.Split('-');
            if (JavaNumber.TryRead(ends[0], out var first) && JavaNumber.TryRead(ends[^1], out var last))
                spans.Add(new VlanSpan(first, last));
        }
        return spans;
    }
}
