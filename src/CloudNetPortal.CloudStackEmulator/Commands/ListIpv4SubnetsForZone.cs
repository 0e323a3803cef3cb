using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListIpv4SubnetsForZone : ListCommand<ZoneSubnet>
{
    protected override IEnumerable<ZoneSubnet> Rows(Call call) => call.Cloud.ZoneSubnets.Present
        .Where(s => Same(call.Row<ZoneSubnet>("id")?.Id, s.Id) && Same(call.Row<Zone>("zoneid")?.Id, s.ZoneId) && Same(call.Filled("subnet"), s.Subnet));

    protected override JsonNode Show(Call call, ZoneSubnet row) => RoutingAnswer.Of(call.Cloud, row);
}
