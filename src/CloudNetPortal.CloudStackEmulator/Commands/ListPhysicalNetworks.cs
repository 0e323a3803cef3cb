using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListPhysicalNetworks : ListCommand<PhysicalNetwork>
{
    protected override IEnumerable<PhysicalNetwork> Rows(Call call) => call.Cloud.PhysicalNetworks.Present
        .Where(n => Same(call.Row<PhysicalNetwork>("id")?.Id, n.Id) && Same(call.Row<Zone>("zoneid")?.Id, n.ZoneId) && Like(call.Filled("name"), n.Name) && Like(call.Filled("keyword"), n.Name));

    protected override JsonNode Show(Call call, PhysicalNetwork row) => PhysicalNetworkAnswer.Of(call.Cloud, row);
}
