using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListSystemVms : ListCommand<SystemVm>
{
    protected override IEnumerable<SystemVm> Rows(Call call) => call.Cloud.SystemVms.Present
        .Where(v => Same(call.Row<SystemVm>("id")?.Id, v.Id) && Same(call.Row<Zone>("zoneid")?.Id, v.ZoneId) && Same(call.Row<Pod>("podid")?.Id, v.PodId) && Same(call.Row<Host>("hostid")?.Id, v.HostId))
        .Where(v => Same(call.Filled("systemvmtype"), v.ConsoleProxy ? "consoleproxy" : "secondarystoragevm") && Same(call.Filled("state"), v.State) && Same(call.Filled("name"), v.Name))
        .Where(v => Like(call.Filled("keyword"), v.Name));

    protected override JsonNode Show(Call call, SystemVm row) => SystemVmAnswer.Of(call.Cloud, row);
}
