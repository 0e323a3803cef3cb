using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeletePhysicalNetwork : AsyncCommand
{
    public override string? InstanceType => "PhysicalNetwork";

    public override CloudObject? Instance(Call call) => call.Row<PhysicalNetwork>("id");

    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var network = call.Row<PhysicalNetwork>("id")!;
        if (network.Removed)
            throw Refusal.Value("Physical Network with specified id doesn't exist in the system");
        if (InTheWay(cloud, network) is { } obstacle)
            throw Refusal.State($"The Physical Network is not deletable because {obstacle}");
        // It takes its providers, traffic types and ranges along.
        foreach (var provider in cloud.Providers.Present.Where(p => p.PhysicalNetworkId == network.Id))
            provider.Removed = true;
        foreach (var range in cloud.IpRanges.Present.Where(r => r.PhysicalNetworkId == network.Id))
            range.Removed = true;
        foreach (var traffic in cloud.TrafficTypes.Present.Where(t => t.PhysicalNetworkId == network.Id).ToList())
            cloud.TrafficTypes.Erase(traffic);
        network.Removed = true;
        cloud.Log("PHYSICAL.NETWORK.DELETE", $"Successfully completed deleting physical network. Physical Network ID: {network.Id}", network, call.Now);
        return Done();
    }

    /// <summary>CS-1602.</summary>
    private static string? InTheWay(CloudState cloud, PhysicalNetwork network)
    {
        if (network.Allocated.Count > 0)
            return "there are allocated vnets for this physical network";
        if (cloud.Networks.Present.Any(n => n.PhysicalNetworkId == network.Id))
            return "there are networks associated to this physical network";
        var ranges = cloud.IpRanges.Present.Where(r => r.PhysicalNetworkId == network.Id).Select(r => r.Id).ToHashSet();
        return cloud.SystemVms.Present.Any(v => v.IpRangeId is not null && ranges.Contains(v.IpRangeId)) ? "there are public IP addresses allocated for this physical network" : null;
    }
}
