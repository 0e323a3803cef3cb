using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CreateIpv4SubnetForZone : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var zone = RoutingRules.RoutedZone(call);
        var subnet = new ZoneSubnet { ZoneId = zone.Id, Subnet = call.Text("subnet")!, Account = call.Filled("account"), DomainId = call.Row<KnownObject>("domainid")?.Id };
        RoutingRules.Subnet(call.Cloud, zone.Id, subnet.Subnet, null);
        return Json.Of(("zoneipv4subnet", RoutingAnswer.Of(call.Cloud, call.Cloud.ZoneSubnets.Add(subnet, call.Now))));
    }
}
