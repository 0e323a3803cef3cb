using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

/// <summary>What the server asks of a pod and its management ranges.</summary>
internal static class PodRules
{
    /// <summary>CS-503.</summary>
    public static void NameIsFree(CloudState cloud, Zone zone, string name)
    {
        if (cloud.Pods.Present.Any(p => p.ZoneId == zone.Id && p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            throw Refusal.Value($"A pod with name: {name} already exists in zone {zone}. Please specify a different pod name. ");
    }

    /// <summary>CS-505.</summary>
    public static void RangeInside(Cidr cidr, string start, string? end)
    {
        if (!Ipv4.IsValid(start))
            throw Refusal.Value("The start address of the IP range is not a valid IP address.");
        if (end is not null && !Ipv4.IsValid(end))
            throw Refusal.Value("The end address of the IP range is not a valid IP address.");
        if (!cidr.Contains(start))
            throw Refusal.Value("The start address of the IP range is not in the CIDR subnet.");
        if (end is not null && !cidr.Contains(end))
            throw Refusal.Value("The end address of the IP range is not in the CIDR subnet.");
        if (end is not null && Ipv4.Read(start) > Ipv4.Read(end))
            throw Refusal.Value("The start IP address must have a lower value than the end IP address.");
    }

    /// <summary>CS-506: no address of any public or guest range of the zone.</summary>
    public static void ApartFromPublic(CloudState cloud, Zone zone, string start, string end)
    {
        uint low = Ipv4.Read(start), high = Ipv4.Read(end);
        foreach (var range in cloud.IpRanges.Present.Where(r => r.ZoneId == zone.Id && r.Start is not null))
        {
            uint first = Math.Max(low, Ipv4.Read(range.Start)), last = Math.Min(high, Ipv4.Read(range.End ?? range.Start));
            if (first <= last)
                throw Refusal.Value($"The Start IP and endIP address range overlap with Public IP :{Ipv4.Write(first)}");
        }
    }

    /// <summary>CS-507, CS-508.</summary>
    public static void Gateway(Cidr cidr, string gateway, string start, string? end)
    {
        if (!cidr.Contains(gateway))
            throw Refusal.Value("The gateway is not in the CIDR subnet.");
        if (Ipv4.RangesOverlap(start, end, gateway, gateway))
            throw Refusal.Value("The gateway shouldn't overlap start/end IP addresses");
    }

    /// <summary>CS-509 to CS-511. <paramref name="self"/> is the pod being changed, which then counts as a new one.</summary>
    public static void SubnetIsFree(CloudState cloud, Zone zone, Cidr cidr, Pod? self)
    {
        if (!cloud.Setting("check.pod.cidrs").Equals("true", StringComparison.OrdinalIgnoreCase))
            return;
        // The new pod is looked at first, then every existing pair as well.
        var pods = new List<(string? Name, Cidr Cidr)> { (null, cidr) };
        pods.AddRange(cloud.Pods.Present.Where(p => p.ZoneId == zone.Id && p != self && p.Cidr() is not null).Select(p => ((string?)p.Name, p.Cidr()!.Value)));
        foreach (var (name, block) in pods)
        {
            if (Cidr.TryRead(zone.GuestCidr, out var guest) && block.Overlaps(guest))
            {
                throw Refusal.Value(name is null
                    ? "The subnet of the pod you are adding conflicts with the subnet of the Guest IP Network. Please specify a different CIDR."
                    : $"Warning: The subnet of pod {name} in zone {zone.Name} conflicts with the subnet of the Guest IP Network. " +
                      "Please change either the pod's CIDR or the Guest IP Network's subnet, and re-run install-vmops-management.");
            }
            foreach (var (otherName, other) in pods.Where(p => p.Name != name && p.Cidr.Overlaps(block)))
            {
                throw Refusal.Value(name is null
                    ? $"The subnet of the pod you are adding conflicts with the subnet of pod {otherName} in zone {zone.Name}. Please specify a different CIDR."
                    : $"Warning: The pods {name} and {otherName} in zone {zone.Name} have conflicting CIDR subnets. Please change the CIDR of one of these pods.");
            }
        }
    }

    /// <summary>CS-519: a number, <c>vlan://n</c> or untagged.</summary>
    public static string VlanUri(string? vlan)
    {
        if (string.IsNullOrEmpty(vlan) || vlan.Contains("untagged", StringComparison.OrdinalIgnoreCase))
            return "vlan://untagged";
        var value = vlan.StartsWith("vlan://", StringComparison.Ordinal) ? vlan["vlan://".Length..] : vlan;
        if (vlan.Contains("://", StringComparison.Ordinal) && value == vlan)
            throw Refusal.State($"Vlan parameter : {vlan} is not in valid format");
        if (!JavaNumber.TryRead(value, out var number))
            throw Refusal.State($"For input string: \"{value}\"");
        return $"vlan://{number}";
    }
}
