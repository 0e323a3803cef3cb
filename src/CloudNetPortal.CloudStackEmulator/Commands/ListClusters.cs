using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListClusters : ListCommand<Cluster>
{
    protected override IEnumerable<Cluster> Rows(Call call) => call.Cloud.Clusters.Present
        .Where(c => Same(call.Row<Cluster>("id")?.Id, c.Id) && Same(call.Row<Zone>("zoneid")?.Id, c.ZoneId) && Same(call.Row<Pod>("podid")?.Id, c.PodId))
        .Where(c => Same(call.Filled("name"), c.Name) && Like(call.Filled("keyword"), c.Name, c.Hypervisor) && Same(call.Filled("hypervisor"), c.Hypervisor))
        .Where(c => Same(call.Filled("allocationstate"), ZoneAnswer.State(c.Enabled)) && Same(call.Filled("clustertype"), c.ClusterType) && Same(call.Filled("managedstate"), c.ManagedState));

    protected override JsonNode Show(Call call, Cluster row) => ClusterAnswer.Of(call.Cloud, row);
}
