using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class PhysicalNetworkAnswer
{
    public static JsonObject Of(CloudState cloud, PhysicalNetwork network) => Json.Of(
        ("id", network.Id), ("name", network.Name), ("broadcastdomainrange", network.BroadcastDomainRange), ("zoneid", network.ZoneId), ("zonename", cloud.Zones.Find(network.ZoneId)?.Name),
        ("state", ZoneAnswer.State(network.Enabled)), ("vlan", VlanSet.Write(network.Vlans)), ("tags", network.Tag), ("isolationmethods", network.Isolation), ("networkspeed", network.Speed),
        ("domainid", network.DomainId));
}
