using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListHypervisors : ListCommand<JsonNode>
{
    protected override IEnumerable<JsonNode> Rows(Call call) => FreshCloud.Fact("hypervisor").AsArray().Select(f => f!);

    protected override JsonNode Show(Call call, JsonNode row) => row.DeepClone();
}
