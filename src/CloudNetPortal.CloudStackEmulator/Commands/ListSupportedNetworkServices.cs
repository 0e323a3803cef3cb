using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListSupportedNetworkServices : ListCommand<JsonNode>
{
    protected override IEnumerable<JsonNode> Rows(Call call) => FreshCloud.Fact("networkservice").AsArray().Select(f => f!)
        .Where(s => Same(call.Filled("service"), s["name"]?.ToString()) && (call.Filled("provider") is not { } provider || s["provider"]!.AsArray().Any(p => Same(provider, p!["name"]?.ToString()))));

    protected override JsonNode Show(Call call, JsonNode row) => row.DeepClone();
}
