using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteNetworkServiceProvider : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var provider = call.Row<Provider>("id")!;
        if (provider.Removed)
            throw Refusal.Value($"Network Service Provider id={provider.Number}doesn't exist in the system");
        var inUse = call.Cloud.Networks.Present.Where(n => n.PhysicalNetworkId == provider.PhysicalNetworkId)
            .Any(n => call.Cloud.NetworkOfferings.First(o => o.Id == n.OfferingId).Json["service"]!.ToJsonString().Contains($"\"{provider.Name}\"", StringComparison.Ordinal));
        if (inUse) // CS-411
            throw Refusal.State("Provider is not deletable because there are active networks using this provider, please upgrade these networks to new network offerings");
        provider.Removed = true;
        call.Cloud.Log("SERVICE.PROVIDER.DELETE", "Successfully completed Deleting physical network ServiceProvider", provider, call.Now);
        return Done();
    }
}
