using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CreateManagementNetworkIpRange : AsyncCommand
{
    /// <summary>All ranges of a pod share one column of the database (CS-520).</summary>
    private const int DescriptionLength = 255;

    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var vlan = PodRules.VlanUri(call.Text("vlan"));
        var pod = call.Row<Pod>("podid")!;
        if (pod.Removed)
            throw Refusal.Value($"Unable to find pod by ID: {pod.Number}");
        var zone = cloud.Zones.Find(pod.ZoneId)!;
        string gateway = call.Text("gateway")!, netmask = call.Text("netmask")!, start = call.Text("startip")!, end = call.Filled("endip") ?? start;
        if (!Ipv4.IsValid(gateway) && !ZoneRules.IsIp6(gateway)) // CS-517
            throw Refusal.Value("The gateway IP address is invalid.");
        if (!Ipv4.IsNetmask(netmask))
            throw Refusal.Value("The netmask IP address is invalid.");
        if (!Ipv4.IsValid(gateway))
            throw Refusal.Value("The CIDR is invalid null");
        if (pod.Gateway is not null && pod.Gateway != gateway) // CS-516
            throw Refusal.Value($"Multiple gateways for the POD: {pod} are not allowed. The Gateway should be same as the existing Gateway {pod.Gateway}");
        if (pod.Netmask is not null && pod.Netmask != netmask)
            throw Refusal.Value($"Multiple subnets for the POD: {pod} are not allowed. The Netmask should be same as the existing Netmask {pod.Netmask}");
        var cidr = Cidr.Of(gateway, netmask);
        PodRules.RangeInside(cidr, start, end);
        PodRules.ApartFromPublic(cloud, zone, start, end);
        PodRules.Gateway(cidr, gateway, start, end);
        pod.Ranges ??= [];
        if (pod.Ranges.Exists(r => Ipv4.RangesOverlap(start, end, r.Start, r.End)))
            throw Refusal.Value("The new range overlaps with existing range. Please add a mutually exclusive range."); // CS-518
        pod.Ranges.Add(new ManagementRange(start, end, call.Flag("forsystemvms"), vlan));
        if (pod.Ranges.Sum(Width) - 1 > DescriptionLength || TakenElsewhere(cloud, pod, start, end))
        {
            pod.Ranges.RemoveAt(pod.Ranges.Count - 1);
            throw Refusal.State("Failed to create Pod IP range. Please contact Cloud Support.");
        }
        cloud.Log("MANAGEMENT.IP.RANGE.CREATE", $"Successfully completed Creating management ip range from {start} to {end}", pod, call.Now);
        return Json.Of(("pod", PodAnswer.Of(cloud, pod)));
    }

    private static int Width(ManagementRange range) => $"{range.Start}-{range.End}-{(range.ForSystemVms ? 1 : 0)}-{range.Vlan["vlan://".Length..]},".Length;

    /// <summary>An address exists once in a zone.</summary>
    private static bool TakenElsewhere(CloudState cloud, Pod pod, string start, string end) =>
        cloud.Pods.Present.Any(p => p != pod && p.ZoneId == pod.ZoneId && (p.Ranges ?? []).Exists(r => Ipv4.RangesOverlap(start, end, r.Start, r.End)));
}
