using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class TrafficTypeAnswer
{
    public static JsonObject Of(CloudState cloud, TrafficType traffic) => Json.Of(
        ("id", traffic.Id), ("traffictype", traffic.Type), ("physicalnetworkid", traffic.PhysicalNetworkId), ("xennetworklabel", traffic.XenLabel), ("kvmnetworklabel", traffic.KvmLabel),
        ("vmwarenetworklabel", traffic.VmwareLabel), ("hypervnetworklabel", traffic.HypervLabel),
        ("isolationmethods", cloud.PhysicalNetworks.Find(traffic.PhysicalNetworkId)?.Isolation), ("ovm3networklabel", traffic.Ovm3Label));
}
