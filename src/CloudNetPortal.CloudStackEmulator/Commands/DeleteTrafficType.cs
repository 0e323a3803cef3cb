using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteTrafficType : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        // CS-1603: Public and Management go without any question.
        var traffic = call.Row<TrafficType>("id")!;
        if (traffic.Type == "Guest" && call.Cloud.Networks.Present.Any(n => n.PhysicalNetworkId == traffic.PhysicalNetworkId))
            throw Refusal.State("The Traffic Type is not deletable because there are existing networks with this traffic type:Guest");
        call.Cloud.TrafficTypes.Erase(traffic);
        call.Cloud.Log("TRAFFIC.TYPE.DELETE", $"Successfully completed Deleting physical network TrafficType. Traffic type ID: {traffic.Id}", traffic, call.Now);
        return Done();
    }
}
