using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListNetworks : ListCommand<GuestNetwork>
{
    protected override IEnumerable<GuestNetwork> Rows(Call call) => call.Cloud.Networks.Present
        .Where(n => Same(call.Row<GuestNetwork>("id")?.Id, n.Id) && Same(call.Row<Zone>("zoneid")?.Id, n.ZoneId) && Same(call.Row<PhysicalNetwork>("physicalnetworkid")?.Id, n.PhysicalNetworkId))
        .Where(n => Same(call.Filled("type"), n.GuestType) && Like(call.Filled("keyword"), n.Name) && Same(call.Filled("name"), n.Name) && Same(call.Row<KnownObject>("networkofferingid")?.Id, n.OfferingId))
        .Where(n => Same(call.Filled("traffictype"), "Guest") && !call.Flag("issystem"))
        .OrderByDescending(n => n.Number);

    protected override JsonNode Show(Call call, GuestNetwork row) => NetworkAnswer.Of(call.Cloud, row);
}
