using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CreateInternalLoadBalancerElement : AsyncCreateCommand
{
    public override CloudObject Create(Call call)
    {
        var provider = call.Row<Provider>("nspid")!;
        if (call.Cloud.Elements.Present.Any(e => e.ProviderId == provider.Id))
            throw Refusal.Command(530, "Failed to add entity to internal load balancer element");
        return call.Cloud.Elements.Add(new ProviderElement { ProviderId = provider.Id, Kind = ElementKind.LoadBalancer }, call.Now);
    }

    public override JsonObject Run(Call call) => Json.Of(("internalloadbalancerelement", ProviderAnswer.Of((ProviderElement)call.Made!)));
}
