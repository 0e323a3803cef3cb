using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateIpv4SubnetForZone : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var subnet = call.Row<ZoneSubnet>("id")!;
        RoutingRules.Subnet(call.Cloud, subnet.ZoneId, call.Text("subnet")!, subnet);
        subnet.Subnet = call.Text("subnet")!;
        return Json.Of(("zoneipv4subnet", RoutingAnswer.Of(call.Cloud, subnet)));
    }
}
