using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListZones : ListCommand<Zone>
{
    protected override IEnumerable<Zone> Rows(Call call) => call.Cloud.Zones.Present
        .Where(z => Same(call.Row<Zone>("id")?.Id, z.Id) && Same(call.Filled("name"), z.Name) && Like(call.Filled("keyword"), z.Name))
        .Where(z => call.Rows("ids").Count == 0 || call.Rows("ids").Contains(z))
        .Where(z => Same(call.Filled("networktype"), z.Basic ? "Basic" : "Advanced"))
        .OrderBy(z => z.SortKey).ThenBy(z => z.Number);

    protected override JsonNode Show(Call call, Zone row) => ZoneAnswer.Of(call.Cloud, row, call.Flag("showcapacities"));
}
