using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListHosts : ListCommand<Host>
{
    protected override IEnumerable<Host> Rows(Call call) => call.Cloud.Hosts.Present
        .Where(h => Same(call.Row<Host>("id")?.Id, h.Id) && Same(call.Row<Zone>("zoneid")?.Id, h.ZoneId) && Same(call.Row<Pod>("podid")?.Id, h.PodId))
        .Where(h => Same(call.Row<Cluster>("clusterid")?.Id, h.ClusterId) && Same(call.Filled("type"), h.Type) && Same(call.Filled("name"), h.Name) && Like(call.Filled("keyword"), h.Name, h.Type))
        .Where(h => Same(call.Filled("state"), h.State) && Same(call.Filled("resourcestate"), h.ResourceState) && Same(call.Filled("hypervisor"), h.Hypervisor));

    protected override JsonNode Show(Call call, Host row) => HostAnswer.Of(call.Cloud, row, call.Now);
}
