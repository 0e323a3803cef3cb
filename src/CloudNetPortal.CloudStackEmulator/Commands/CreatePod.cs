using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CreatePod : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var zone = call.Row<Zone>("zoneid")!;
        if (zone.Removed)
            throw Refusal.Value($"Please specify a valid zone.");
        var pod = new Pod { ZoneId = zone.Id, Name = call.Text("name")! };
        if (zone.Edge)
            ForEdge(call, zone, pod);
        else
            ForCore(call, zone, pod);
        if (call.Cloud.Pods.Present.Any(p => p.ZoneId == zone.Id && !call.Race.Sees(p) && p.Name.Equals(pod.Name, StringComparison.OrdinalIgnoreCase)))
            throw Refusal.Command(530, "Entity already exists ");
        if (call.Race.LosesItsAddresses)
            throw Refusal.State("Unable to persist IP address range ");
        pod.Enabled = call.Filled("allocationstate") != "Disabled";
        cloud.Pods.Add(pod, call.Now);
        cloud.Log("POD.CREATE", "Successfully completed creating pod", pod, call.Now);
        return Json.Of(("pod", PodAnswer.Of(cloud, pod)));
    }

    private static void ForEdge(Call call, Zone zone, Pod pod)
    {
        if (call.Has("startip") || call.Has("endip") || call.Has("gateway") || call.Has("netmask"))
            throw Refusal.Value("IP range parameters can not be specified for a pod in an edge zone"); // CS-502
        PodRules.NameIsFree(call.Cloud, zone, pod.Name);
        ZoneRules.AllocationState(call);
        pod.Ranges = null;
    }

    private static void ForCore(Call call, Zone zone, Pod pod)
    {
        var (gateway, netmask, start, end) = Basics(call);
        var cidr = Cidr.Of(gateway, netmask);
        end ??= Ipv4.Write(cidr.Last - 1);
        PodRules.NameIsFree(call.Cloud, zone, pod.Name);
        PodRules.RangeInside(cidr, start, end);
        PodRules.ApartFromPublic(call.Cloud, zone, start, end);
        PodRules.Gateway(cidr, gateway, start, end);
        PodRules.SubnetIsFree(call.Cloud, zone, cidr, null);
        ZoneRules.AllocationState(call);
        (pod.Gateway, pod.Netmask) = (gateway, netmask);
        pod.Ranges = [new ManagementRange(start, end, false, "vlan://untagged")];
    }

    /// <summary>CS-501.</summary>
    private static (string Gateway, string Netmask, string Start, string? End) Basics(Call call)
    {
        string? start = call.Filled("startip"), end = call.Filled("endip"), gateway = call.Filled("gateway"), netmask = call.Filled("netmask");
        if (!Ipv4.IsValid(start))
            throw Refusal.Value("The start IP is invalid");
        if (end is not null && !Ipv4.IsValid(end))
            throw Refusal.Value("The end IP is invalid");
        if (!Ipv4.IsValid(gateway))
            throw Refusal.Value("The gateway is invalid");
        if (!Ipv4.IsNetmask(netmask))
            throw Refusal.Value("The netmask is invalid");
        return (gateway!, netmask!, start!, end);
    }
}
