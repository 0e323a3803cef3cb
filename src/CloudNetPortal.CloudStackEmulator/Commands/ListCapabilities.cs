using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListCapabilities : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var capability = FreshCloud.Fact("capability").AsObject();
        capability["securitygroupsenabled"] = call.Cloud.Zones.Present.Any(z => z.SecurityGroups); // as soon as one zone has them
        capability["cloudstackversion"] = call.Cloud.Profile.Version;
        return Json.Of(("capability", capability));
    }
}
