using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CreateVirtualRouterElement : AsyncCreateCommand
{
    public override CloudObject Create(Call call)
    {
        var provider = call.Row<Provider>("nspid")!;
        // CS-408: the providers that come with a network have their element already.
        if (call.Cloud.Elements.Present.Any(e => e.ProviderId == provider.Id))
            throw Refusal.Command(530, "Failed to add Virtual Router entity to physical network");
        return call.Cloud.Elements.Add(new ProviderElement { ProviderId = provider.Id }, call.Now);
    }

    public override JsonObject Run(Call call) => Json.Of(("virtualrouterelement", ProviderAnswer.Of((ProviderElement)call.Made!)));
}
