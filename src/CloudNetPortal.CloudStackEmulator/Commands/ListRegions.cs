using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListRegions : ListCommand<JsonNode>
{
    protected override IEnumerable<JsonNode> Rows(Call call) => FreshCloud.Fact("region").AsArray().Select(f => f!).Where(r => Same(call.Filled("name"), r["name"]?.ToString()) && Same(call.Filled("id"), r["id"]?.ToString()));

    protected override JsonNode Show(Call call, JsonNode row) => row.DeepClone();
}
