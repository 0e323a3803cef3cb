using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListPods : ListCommand<Pod>
{
    protected override IEnumerable<Pod> Rows(Call call) => call.Cloud.Pods.Present
        .Where(p => Same(call.Row<Pod>("id")?.Id, p.Id) && Same(call.Row<Zone>("zoneid")?.Id, p.ZoneId) && Same(call.Filled("name"), p.Name) && Like(call.Filled("keyword"), p.Name))
        .Where(p => Same(call.Filled("allocationstate"), ZoneAnswer.State(p.Enabled)));

    protected override JsonNode Show(Call call, Pod row) => PodAnswer.Of(call.Cloud, row, call.Flag("showcapacities"));
}
