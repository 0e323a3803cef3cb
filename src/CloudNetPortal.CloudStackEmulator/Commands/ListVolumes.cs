using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListVolumes : ListCommand<Volume>
{
    protected override IEnumerable<Volume> Rows(Call call) => call.Cloud.Volumes.Present
        .Where(v => call.Flag("listsystemvms") && Same(call.Row<Volume>("id")?.Id, v.Id) && Same(call.Row<Zone>("zoneid")?.Id, v.ZoneId) && Same(call.Row<StoragePool>("storageid")?.Id, v.PoolId));

    protected override JsonNode Show(Call call, Volume row) => SystemVmAnswer.Of(call.Cloud, row);
}
