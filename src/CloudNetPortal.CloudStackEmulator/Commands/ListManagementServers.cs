using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListManagementServers : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var hosts = call.Cloud.Hosts.Present.Select(h => h.Id).ToList();
        var server = Json.Of(("id", call.Cloud.ManagementServerId), ("name", "localhost"), ("state", "Up"), ("version", call.Cloud.Profile.Version), ("serviceip", "127.0.0.1"), ("ipaddress", "127.0.0.1"),
            ("lastagents", new JsonArray()), ("agents", Json.List(hosts)), ("agentscount", hosts.Count), ("pendingjobscount", call.Cloud.Jobs.Rows.Count(j => j.Status == 0)));
        return Json.Of(("count", 1), ("managementserver", new JsonArray(server)));
    }
}
