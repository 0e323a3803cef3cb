using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListCapacity : ListCommand<(Zone Zone, int Type, string Name, long Total)>
{
    protected override IEnumerable<(Zone Zone, int Type, string Name, long Total)> Rows(Call call) =>
        from zone in call.Cloud.Zones.Present
        where Same(call.Row<Zone>("zoneid")?.Id, zone.Id)
        from total in Capacities.Totals(call.Cloud, zone)
        where call.Number("type") is not { } type || type == total.Type
        select (zone, total.Type, total.Name, total.Total);

    protected override JsonNode Show(Call call, (Zone Zone, int Type, string Name, long Total) row) => Json.Of(
        ("type", row.Type), ("name", row.Name), ("zoneid", row.Zone.Id), ("zonename", row.Zone.Name), ("capacityused", 0), ("capacitytotal", row.Total), ("percentused", "0"));
}
