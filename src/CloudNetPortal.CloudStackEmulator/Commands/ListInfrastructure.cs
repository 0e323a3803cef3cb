using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListInfrastructure : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        return Json.Of(("infrastructure", Json.Of(
            ("zones", cloud.Zones.Present.Count()), ("pods", cloud.Pods.Present.Count()), ("clusters", cloud.Clusters.Present.Count()), ("hosts", cloud.Hosts.Present.Count(h => h.Type == "Routing")),
            ("storagepools", cloud.Pools.Present.Count()), ("imagestores", cloud.ImageStores.Present.Count(s => !s.Staging)), ("objectstores", 0), ("systemvms", cloud.SystemVms.Present.Count()), ("routers", 0),
            ("cpusockets", 0), ("managementservers", 1), ("ilbvms", 0), ("backuprepositories", 0), ("alerts", cloud.Alerts.Present.Count()))));
    }
}
