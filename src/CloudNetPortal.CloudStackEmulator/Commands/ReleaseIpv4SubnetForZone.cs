using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ReleaseIpv4SubnetForZone : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var subnet = call.Row<ZoneSubnet>("id")!;
        (subnet.Account, subnet.DomainId) = (null, null);
        return Json.Of(("zoneipv4subnet", RoutingAnswer.Of(call.Cloud, subnet)));
    }
}
