using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ConfigureOvsElement : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var element = call.Row<ProviderElement>("id")!;
        element.Enabled = call.Flag("enabled");
        return Json.Of(("ovselement", ProviderAnswer.Of(element)));
    }
}
