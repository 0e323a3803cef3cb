using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class AddTrafficType : AsyncCreateCommand
{
    public override string? InstanceType => "TrafficType";

    public override CloudObject Create(Call call)
    {
        var cloud = call.Cloud;
        var network = call.Row<PhysicalNetwork>("physicalnetworkid")!;
        if (network.Removed)
            throw Refusal.Value($"Physical Network id={network.Number}doesn't exist in the system"); // CS-301
        var zone = cloud.Zones.Find(network.ZoneId)!;
        var type = call.Text("traffictype")!;
        if (!TrafficRules.Types.Contains(type))
            throw Refusal.Value($"Unable to resolve trafficType '{type}' to a supported value"); // CS-302
        if (cloud.TrafficTypes.Present.Any(t => t.PhysicalNetworkId == network.Id && t.Type == type))
            throw Refusal.State($"This physical network already supports the traffic type: {type}"); // CS-303
        if (TrafficRules.OncePerZone.Contains(type) && cloud.Carriers(zone, type).Count > 0)
            throw Refusal.State($"Fail to add the traffic type to physical network because Zone already has a physical network with this traffic type: {type}"); // CS-304
        if (type == "Storage")
            NoRunningStorageVm(cloud, zone);
        if (network.Tag is null)
            TrafficRules.AtMostOneUntagged(cloud, zone, type);
        var traffic = cloud.TrafficTypes.Add(new TrafficType
        {
            PhysicalNetworkId = network.Id,
            Type = type,
            XenLabel = TrafficRules.Label(call.Text("xennetworklabel")) ?? (type == "Control" ? "cloud_link_local_network" : null), // CS-309
            KvmLabel = TrafficRules.Label(call.Text("kvmnetworklabel")),
            VmwareLabel = TrafficRules.Label(call.Text("vmwarenetworklabel")),
            HypervLabel = TrafficRules.Label(call.Text("hypervnetworklabel")),
            Ovm3Label = TrafficRules.Label(call.Text("ovm3networklabel")),
            Vlan = call.Filled("vlan"),
        }, call.Now);
        cloud.Log("TRAFFIC.TYPE.CREATE", $"Successfully created entity for Creating Physical Network TrafficType. Traffic type ID: {traffic.Id}", traffic, call.Now);
        return traffic;
    }

    public override JsonObject Run(Call call) => Json.Of(("traffictype", TrafficTypeAnswer.Of(call.Cloud, (TrafficType)call.Made!)));

    /// <summary>CS-311.</summary>
    private static void NoRunningStorageVm(CloudState cloud, Zone zone)
    {
        var running = cloud.SystemVms.Present.Where(v => v.ZoneId == zone.Id && v is { ConsoleProxy: false, State: "Starting" or "Running" or "Stopping" }).ToList();
        if (running.Count > 0)
        {
            throw Refusal.State("Cannot add Storage traffic type as there are below secondary storage vm still running. Please stop them all and add Storage traffic type again, " +
                "then destroy them all to allow CloudStack recreate them with storage network(If you have added storage network ip range)SSVMs:" + string.Concat(running.Select(v => $"{v.Name}:{v.State}")));
        }
    }
}
