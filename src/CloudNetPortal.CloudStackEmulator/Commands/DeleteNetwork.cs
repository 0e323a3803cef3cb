using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteNetwork : AsyncCommand
{
    public override string? InstanceType => "Network";

    public override CloudObject? Instance(Call call) => call.Row<GuestNetwork>("id");

    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var network = call.Row<GuestNetwork>("id")!;
        if (network.Removed)
            throw Refusal.Value($"unable to find network {network.Number}");
        var ranges = cloud.IpRanges.Present.Where(r => r.NetworkId == network.Id).ToList();
        if (cloud.SystemVms.Present.Any(v => ranges.Exists(r => r.Id == v.IpRangeId)))
            throw Refusal.Command(530, "Failed to delete network");
        foreach (var range in ranges)
            range.Removed = true;
        network.Removed = true;
        cloud.ForgetAnnotations(network);
        cloud.Log("NETWORK.DELETE", $"Successfully completed deleting network. Network Id: {network.Id}", network, call.Now);
        return Done();
    }
}
