using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Overlap with other ranges is not looked at again (CS-735), but an address exists only once.</summary>
internal sealed class UpdateVlanIpRange : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var range = call.Row<IpRange>("id")!;
        if (range.Removed)
            throw Refusal.Value("Please specify a valid IP range id."); // CS-730
        if (range.Start is null && (call.Has("startip") || call.Has("endip") || call.Has("gateway") || call.Has("netmask")))
            throw Refusal.Value("IPv4 is not support in this IP range.");
        if (range.Ip6Cidr is null && (call.Has("ip6gateway") || call.Has("ip6cidr") || call.Has("startipv6") || call.Has("endipv6")))
            throw Refusal.Value("IPv6 is not support in this IP range.");
        var inUse = cloud.SystemVms.Present.Where(v => v.IpRangeId == range.Id && v.PublicIp is not null).Select(v => v.PublicIp!).OrderBy(Ipv4.Read).ToList();
        SystemVms(call, range, inUse);
        string gateway = call.Filled("gateway") ?? range.Gateway!, netmask = call.Filled("netmask") ?? range.Netmask!;
        string start = call.Filled("startip") ?? range.Start!, end = call.Filled("endip") ?? range.End!;
        if (range.Start is not null)
        {
            Check(range, gateway, netmask, start, end, inUse);
            if (cloud.IpRanges.Present.Any(o => o != range && o.NetworkId == range.NetworkId && o.Start is not null && Ipv4.RangesOverlap(start, end, o.Start, o.End)))
                throw Refusal.State("Failed to edit VlanRange. Please contact Cloud Support."); // CS-735
            (range.Gateway, range.Netmask, range.Start, range.End) = (gateway, netmask, start, end);
        }
        range.ForSystemVms = call.Flag("forsystemvms", range.ForSystemVms);
        cloud.Log("VLAN.IP.RANGE.UPDATE", $"Successfully completed updating vlan IP range. VLAN ID: {range.Id}", range, call.Now);
        return Json.Of(("vlan", RangeAnswer.Of(cloud, range)));
    }

    /// <summary>CS-734.</summary>
    private static void SystemVms(Call call, IpRange range, List<string> inUse)
    {
        if (!call.Has("forsystemvms") || call.Flag("forsystemvms") == range.ForSystemVms)
            return;
        if (!range.ForVirtualNetwork)
            throw Refusal.Value("forSystemVms is not available for this IP range with vlan type: DirectAttached");
        if (range.Account is not null)
            throw Refusal.Value("Specified Public IP range has already been dedicated to an account");
        if (inUse.Count > 0)
            throw Refusal.Value($"IP {inUse[0]} is in use, cannot change forSystemVms of the IP range");
    }

    private static void Check(IpRange range, string gateway, string netmask, string start, string end, List<string> inUse)
    {
        if (inUse.Count > 0 && gateway != range.Gateway) // CS-731
            throw Refusal.Value($"Unable to change gateway to {gateway} because some IPs are in use");
        if (inUse.Count > 0 && netmask != range.Netmask)
            throw Refusal.Value($"Unable to change netmask to {netmask} because some IPs are in use");
        if (!Ipv4.IsValid(gateway) || !Ipv4.IsNetmask(netmask)) // CS-733
            throw Refusal.Value($"Invalid gateway ({gateway}) or netmask ({netmask})");
        Rules.PodRules.RangeInside(Cidr.Of(gateway, netmask), start, end); // CS-505
        if (Ipv4.RangesOverlap(start, end, gateway, gateway))
            throw Refusal.Value("The gateway shouldn't overlap the new start/end ip addresses");
        if (inUse.Count > 0 && (Ipv4.Read(inUse[0]) < Ipv4.Read(start) || Ipv4.Read(inUse[^1]) > Ipv4.Read(end))) // CS-732
        {
            throw Refusal.Value($"The start IP address must be less than or equal to {inUse[0]} which is already in use. The end IP address must be greater than or equal to {inUse[^1]} " +
                $"which is already in use. There are {inUse.Count} IPs already allocated in this range.");
        }
    }
}
