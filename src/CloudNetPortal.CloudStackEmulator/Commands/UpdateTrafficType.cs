using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateTrafficType : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        // CS-313: only labels change; an empty text clears one.
        var traffic = call.Row<TrafficType>("id")!;
        traffic.XenLabel = Changed(call, "xennetworklabel", traffic.XenLabel);
        traffic.KvmLabel = Changed(call, "kvmnetworklabel", traffic.KvmLabel);
        traffic.VmwareLabel = Changed(call, "vmwarenetworklabel", traffic.VmwareLabel);
        traffic.HypervLabel = Changed(call, "hypervnetworklabel", traffic.HypervLabel);
        traffic.Ovm3Label = Changed(call, "ovm3networklabel", traffic.Ovm3Label);
        call.Cloud.Log("TRAFFIC.TYPE.UPDATE", "Successfully completed Updating physical network TrafficType", traffic, call.Now);
        return Json.Of(("traffictype", TrafficTypeAnswer.Of(call.Cloud, traffic)));
    }

    private static string? Changed(Call call, string parameter, string? otherwise) => call.Has(parameter) ? TrafficRules.Label(call.Text(parameter)) : otherwise;
}
