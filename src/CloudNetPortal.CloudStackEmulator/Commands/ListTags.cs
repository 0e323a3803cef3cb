using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListTags : ListCommand<ResourceTag>
{
    protected override IEnumerable<ResourceTag> Rows(Call call) => call.Cloud.Tags.Present
        .Where(t => Same(call.Filled("resourcetype"), t.ResourceType) && Same(call.Filled("resourceid"), t.ResourceId) && Same(call.Filled("key"), t.Key) && Same(call.Filled("value"), t.Value));

    protected override JsonNode Show(Call call, ResourceTag row) => MarkAnswer.Of(row);
}
