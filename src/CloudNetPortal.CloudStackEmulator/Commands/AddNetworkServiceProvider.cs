using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class AddNetworkServiceProvider : AsyncCreateCommand
{
    public override string? InstanceType => "PhysicalNetworkServiceProvider";

    public override CloudObject Create(Call call)
    {
        var network = call.Row<PhysicalNetwork>("physicalnetworkid")!;
        if (network.Removed)
            throw Refusal.Value($"Physical Network id={network.Number}doesn't exist in the system");
        var name = call.Text("name")!;
        var kind = ProviderKind.Find(name) ?? throw Refusal.Value($"Invalid Network Service Provider={name}"); // CS-401
        if (call.Cloud.Providers.Present.Any(p => p.PhysicalNetworkId == network.Id && p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            throw Refusal.State($"The '{name}' provider already exists on physical network : {network}"); // CS-402
        if (!kind.IsLoaded)
            throw Refusal.Value($"Unable to find the Network Element implementing the Service Provider '{name}'"); // CS-403
        var provider = ProviderRules.Add(call, network, name, Services(call, kind, name));
        call.Cloud.Log("SERVICE.PROVIDER.CREATE", $"Successfully created entity for Creating Physical Network ServiceProvider. Provider ID: {provider.Id}", provider, call.Now);
        return provider;
    }

    public override JsonObject Run(Call call) => Json.Of(("networkserviceprovider", ProviderAnswer.Of((Provider)call.Made!)));

    /// <summary>CS-404.</summary>
    internal static List<string>? Services(Call call, ProviderKind kind, string name)
    {
        if (!call.Has("servicelist"))
            return null;
        var wanted = call.List("servicelist");
        if (!kind.EnablesIndividually && wanted.Count != kind.Services.Count)
            throw Refusal.Value($"Cannot enable subset of Services, Please specify the complete list of Services for this Service Provider '{name}'");
        foreach (var service in wanted)
        {
            if (!ProviderKind.AllServices.Contains(service) || service.Equals("Gateway", StringComparison.OrdinalIgnoreCase))
                throw Refusal.Value($"Invalid Network Service specified={service}");
            if (!kind.Services.Contains(service, StringComparer.OrdinalIgnoreCase))
                throw Refusal.Value($"{kind.Name} Provider cannot provide this Service specified={service}");
        }
        return [.. kind.Services.Where(s => wanted.Contains(s, StringComparer.OrdinalIgnoreCase))];
    }
}
