using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ConfigureVirtualRouterElement : AsyncCommand
{
    public override string? InstanceType => "None";

    public override JsonObject Run(Call call)
    {
        var element = call.Row<ProviderElement>("id")!;
        element.Enabled = call.Flag("enabled");
        call.Cloud.Log("NETWORK.ELEMENT.CONFIGURE", "Successfully completed configuring Virtual Router Element", null, call.Now);
        return Json.Of(("virtualrouterelement", ProviderAnswer.Of(element)));
    }
}
