using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Name, gateway, netmask, state. <c>startip</c> and <c>endip</c> are accepted and change nothing.</summary>
internal sealed class UpdatePod : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var pod = call.Row<Pod>("id")!;
        if (pod.Removed)
            throw Refusal.Value($"Unable to find pod by id {pod.Number}");
        var zone = cloud.Zones.Find(pod.ZoneId)!;
        string? gateway = call.Filled("gateway") ?? pod.Gateway, netmask = call.Filled("netmask") ?? pod.Netmask;
        var inUse = cloud.SystemVms.Present.Any(v => v.PodId == pod.Id && v.PrivateIp is not null);
        if (inUse && call.Filled("netmask") is { } wanted && Ipv4.IsNetmask(wanted) && Ipv4.PrefixOf(wanted) > Ipv4.PrefixOf(pod.Netmask!))
            throw Refusal.State("The specified pod has allocated private IP addresses, so its IP address range can be extended only"); // CS-512
        if (call.Filled("name") is { } name && name != pod.Name)
            PodRules.NameIsFree(cloud, zone, name);
        if (gateway is not null && netmask is not null && !zone.Edge)
            Subnet(cloud, zone, pod, gateway, netmask, call.Filled("name") ?? pod.Name);
        ZoneRules.AllocationState(call);
        if (gateway is not null && netmask is not null)
            Ranges(pod, gateway, Cidr.Of(gateway, netmask));
        pod.Name = call.Filled("name") ?? pod.Name;
        (pod.Gateway, pod.Netmask) = (gateway, netmask);
        pod.Enabled = call.Filled("allocationstate") is { } state ? state == "Enabled" : pod.Enabled;
        cloud.Log("POD.EDIT", $"Successfully completed updating pod. Pod ID: {pod.Id}", pod, call.Now);
        return Json.Of(("pod", PodAnswer.Of(cloud, pod)));
    }

    private static void Subnet(CloudState cloud, Zone zone, Pod pod, string gateway, string netmask, string name)
    {
        if (!Ipv4.IsNetmask(netmask) || !Ipv4.IsValid(gateway))
            throw Refusal.Value($"Please enter a valid CIDR for pod: {name}"); // CS-504
        PodRules.SubnetIsFree(cloud, zone, Cidr.Of(gateway, netmask), pod);
    }

    /// <summary>CS-513.</summary>
    private static void Ranges(Pod pod, string gateway, Cidr cidr)
    {
        foreach (var range in pod.Ranges ?? [])
        {
            if (!cidr.Contains(range.Start))
                throw Refusal.Value("The start address of the some IP range is not in the CIDR subnet.");
            if (!cidr.Contains(range.End))
                throw Refusal.Value("The end address of the some IP range is not in the CIDR subnet.");
            if (Ipv4.RangesOverlap(range.Start, range.End, gateway, gateway))
                throw Refusal.Value("The gateway shouldn't overlap some start/end IP addresses");
        }
    }
}
