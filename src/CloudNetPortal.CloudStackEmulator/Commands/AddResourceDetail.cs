using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Rules;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Details of a zone are those that <c>updateZone</c> sets as well.</summary>
internal sealed class AddResourceDetail : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var details = ResourceDetailRules.Of(call) ?? throw ResourceDetailRules.Unknown(call);
        foreach (var (key, value) in call.Map("details"))
            details[key] = value;
        return Done();
    }
}
