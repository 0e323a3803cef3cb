using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListStorageNetworkIpRange : ListCommand<StorageRange>
{
    protected override IEnumerable<StorageRange> Rows(Call call) => call.Cloud.StorageRanges.Present
        .Where(r => Same(call.Row<StorageRange>("id")?.Id, r.Id) && Same(call.Row<Pod>("podid")?.Id, r.PodId))
        .Where(r => call.Row<Zone>("zoneid") is not { } zone || call.Cloud.Pods.Find(r.PodId)?.ZoneId == zone.Id);

    protected override JsonNode Show(Call call, StorageRange row) => RangeAnswer.Of(call.Cloud, row, listed: true);
}
