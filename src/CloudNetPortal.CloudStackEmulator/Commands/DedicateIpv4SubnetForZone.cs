using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DedicateIpv4SubnetForZone : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var subnet = call.Row<ZoneSubnet>("id")!;
        (subnet.Account, subnet.DomainId) = (call.Filled("account"), call.Row<KnownObject>("domainid")?.Id ?? FreshCloud.RootDomain.Id);
        return Json.Of(("zoneipv4subnet", RoutingAnswer.Of(call.Cloud, subnet)));
    }
}
