using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListTrafficTypeImplementors : ListCommand<JsonNode>
{
    protected override IEnumerable<JsonNode> Rows(Call call) => FreshCloud.Fact("traffictypeimplementorresponse").AsArray().Select(f => f!).Where(i => Same(call.Filled("traffictype"), i["traffictype"]?.ToString()));

    protected override JsonNode Show(Call call, JsonNode row) => row.DeepClone();
}
