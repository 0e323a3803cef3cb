using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateNetworkServiceProvider : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var provider = call.Row<Provider>("id")!;
        if (provider.Removed)
            throw Refusal.Value($"Network Service Provider id={provider.Number}doesn't exist in the system");
        var kind = ProviderKind.Find(provider.Name)!;
        // CS-405
        var state = call.Filled("state");
        if (state is "Shutdown")
            throw Refusal.Value("Updating the provider state to 'Shutdown' is not supported");
        if (state is not (null or "Enabled" or "Disabled"))
            throw Refusal.Value($"Unable to resolve state '{state}' to a supported value {{Enabled or Disabled}}");
        if (state == "Enabled" && !ProviderRules.IsReady(call.Cloud, provider))
            throw Refusal.State("Provider is not ready, cannot Enable the provider, please configure the provider first"); // CS-406
        if (call.Has("servicelist"))
        {
            if (!kind.EnablesIndividually)
                throw Refusal.Value($"Cannot update set of Services for this Service Provider '{provider.Name}'"); // CS-407
            var services = call.List("servicelist");
            if (services.Find(s => !ProviderKind.AllServices.Contains(s)) is { } unknown)
                throw Refusal.Value($"Invalid Network Service specified={unknown}");
            // Whether the provider offers the service is not looked at.
            provider.Services = [.. ProviderKind.AllServices.Where(s => services.Contains(s, StringComparer.OrdinalIgnoreCase))];
        }
        provider.Enabled = state is null ? provider.Enabled : state == "Enabled";
        call.Cloud.Log("SERVICE.PROVIDER.UPDATE", "Successfully completed Updating physical network ServiceProvider", provider, call.Now);
        return Json.Of(("networkserviceprovider", ProviderAnswer.Of(provider)));
    }
}
