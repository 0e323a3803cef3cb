using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Rules;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class RemoveResourceDetail : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var details = ResourceDetailRules.Of(call) ?? throw ResourceDetailRules.Unknown(call);
        if (call.Filled("key") is { } key)
            details.Remove(key);
        else
            details.Clear();
        return Done();
    }
}
