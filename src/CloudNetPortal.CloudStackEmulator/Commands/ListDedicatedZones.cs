using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListDedicatedZones : ListCommand<ZoneDedication>
{
    protected override IEnumerable<ZoneDedication> Rows(Call call) => call.Cloud.ZoneDedications.Present.Where(d => Same(call.Row<Zone>("zoneid")?.Id, d.ZoneId));

    protected override JsonNode Show(Call call, ZoneDedication row) => ZoneAnswer.Of(call.Cloud, row);
}
