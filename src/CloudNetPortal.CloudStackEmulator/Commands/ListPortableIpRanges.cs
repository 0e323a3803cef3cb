using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListPortableIpRanges : ListCommand<PortableRange>
{
    protected override IEnumerable<PortableRange> Rows(Call call) => call.Cloud.PortableRanges.Present
        .Where(r => Same(call.Row<PortableRange>("id")?.Id, r.Id) && (call.Number("regionid") is not { } region || region == r.RegionId));

    protected override JsonNode Show(Call call, PortableRange row) => RangeAnswer.Of(row);
}
