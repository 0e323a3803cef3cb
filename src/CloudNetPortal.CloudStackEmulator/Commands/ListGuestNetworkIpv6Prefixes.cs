using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListGuestNetworkIpv6Prefixes : ListCommand<GuestPrefix>
{
    protected override IEnumerable<GuestPrefix> Rows(Call call) => call.Cloud.GuestPrefixes.Present.Where(p => Same(call.Row<GuestPrefix>("id")?.Id, p.Id) && Same(call.Row<Zone>("zoneid")?.Id, p.ZoneId));

    protected override JsonNode Show(Call call, GuestPrefix row) => RoutingAnswer.Of(row);
}
