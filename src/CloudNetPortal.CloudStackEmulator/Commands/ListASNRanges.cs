using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListASNRanges : ListCommand<AsnRange>
{
    protected override IEnumerable<AsnRange> Rows(Call call) => call.Cloud.AsnRanges.Present.Where(r => Same(call.Row<Zone>("zoneid")?.Id, r.ZoneId));

    protected override JsonNode Show(Call call, AsnRange row) => RoutingAnswer.Of(row);
}
