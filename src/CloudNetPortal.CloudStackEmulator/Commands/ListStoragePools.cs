using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListStoragePools : ListCommand<StoragePool>
{
    protected override IEnumerable<StoragePool> Rows(Call call) => call.Cloud.Pools.Present
        .Where(p => Same(call.Row<StoragePool>("id")?.Id, p.Id) && Same(call.Row<Zone>("zoneid")?.Id, p.ZoneId) && Same(call.Row<Pod>("podid")?.Id, p.PodId))
        .Where(p => Same(call.Row<Cluster>("clusterid")?.Id, p.ClusterId) && Same(call.Filled("name"), p.Name) && Like(call.Filled("keyword"), p.Name, p.PoolType))
        .Where(p => Same(call.Filled("scope"), p.Scope) && Same(call.Filled("path"), p.Path) && Same(call.Filled("ipaddress"), p.Address) && Same(call.Filled("status"), p.State));

    protected override JsonNode Show(Call call, StoragePool row) => StorageAnswer.Of(call.Cloud, row, listed: true);
}
