using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListAnnotations : ListCommand<Annotation>
{
    protected override IEnumerable<Annotation> Rows(Call call) => call.Cloud.Annotations.Present
        .Where(a => Same(call.Row<Annotation>("id")?.Id, a.Id) && Same(call.Filled("entitytype"), a.EntityType) && Same(call.Filled("entityid"), a.EntityId) && Like(call.Filled("keyword"), a.Text));

    protected override JsonNode Show(Call call, Annotation row) => MarkAnswer.Of(row);
}
