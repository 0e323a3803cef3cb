using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdatePhysicalNetwork : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var network = call.Row<PhysicalNetwork>("id")!;
        if (network.Removed)
            throw Refusal.Value("Physical Network with specified id doesn't exist in the system");
        var zone = cloud.Zones.Find(network.ZoneId)!;
        if (zone.Basic && call.Has("vlan"))
            throw Refusal.Value("Can't add vnet range to the physical network in the Basic zone"); // CS-208
        var tags = call.List("tags");
        if (tags.Count > 1)
            throw Refusal.Value("Unable to support more than one tag on network yet"); // CS-205
        if (call.Has("tags") && tags.Count == 0)
            MayLoseItsTag(cloud, zone, network);
        if (call.Filled("state") is { } state && state is not ("Enabled" or "Disabled"))
            throw Refusal.Value($"Unable to resolve state '{state}' to a supported value {{Enabled or Disabled}}"); // CS-220
        if (call.Text("vlan") is { } vlan)
            VnetRules.Replace(cloud, network, vlan);
        if (call.Has("tags"))
            network.Tag = tags.FirstOrDefault();
        network.Enabled = call.Filled("state") is { } wanted ? wanted == "Enabled" : network.Enabled;
        network.Speed = call.Filled("networkspeed") ?? network.Speed;
        cloud.Log("PHYSICAL.NETWORK.UPDATE", "Successfully completed updating physical network", network, call.Now);
        return Json.Of(("physicalnetwork", PhysicalNetworkAnswer.Of(cloud, network)));
    }

    /// <summary>CS-221: this network itself counts when it has no tag.</summary>
    private static void MayLoseItsTag(CloudState cloud, Zone zone, PhysicalNetwork network)
    {
        foreach (var traffic in cloud.TrafficTypes.Present.Where(t => t.PhysicalNetworkId == network.Id))
            TrafficRules.AtMostOneUntagged(cloud, zone, traffic.Type);
    }
}
