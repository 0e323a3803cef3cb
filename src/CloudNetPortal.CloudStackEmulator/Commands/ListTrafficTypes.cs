using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListTrafficTypes : ListCommand<TrafficType>
{
    protected override IEnumerable<TrafficType> Rows(Call call)
    {
        var network = call.Row<PhysicalNetwork>("physicalnetworkid")!;
        if (network.Removed)
            throw Refusal.Value("Physical Network with specified id doesn't exist in the system"); // CS-317
        return call.Cloud.TrafficTypes.Present.Where(t => t.PhysicalNetworkId == network.Id);
    }

    protected override JsonNode Show(Call call, TrafficType row) => TrafficTypeAnswer.Of(call.Cloud, row);
}
