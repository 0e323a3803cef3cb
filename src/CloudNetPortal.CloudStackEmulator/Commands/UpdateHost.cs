using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateHost : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var host = call.Row<Host>("id")!;
        var state = call.Filled("allocationstate");
        if (host.Removed || state is not (null or "Enable" or "Disable" or "Enabled" or "Disabled")) // CS-1120
        {
            var cause = host.Removed ? $"Host with id {host.Number} doesn't exist" : $"No enum constant com.cloud.resource.ResourceState.Event.{state}";
            throw Refusal.Command(530, $"Failed to update host: {host} with id {host.Number}, {cause}");
        }
        host.Name = call.Filled("name") ?? host.Name;
        if (call.Has("hosttags"))
            host.Tags = Json.NoneIfEmpty(string.Join(',', call.List("hosttags")));
        host.Url = call.Filled("url") ?? host.Url;
        if (state is not null)
            host.ResourceState = state.StartsWith("Enable", StringComparison.Ordinal) ? "Enabled" : "Disabled";
        call.Cloud.Log("HOST.EDIT", $"Successfully completed updating host. Host ID: {host.Id}", host, call.Now);
        return Json.Of(("host", HostAnswer.Of(call.Cloud, host, call.Now)));
    }
}
