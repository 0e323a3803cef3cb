using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>The password is forgotten at once: nothing here ever logs in to a host.</summary>
internal sealed class UpdateHostPassword : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        if (call.Has("hostid") == call.Has("clusterid"))
            throw Refusal.Value(call.Has("hostid") ? "You should provide either a cluster id or a host id, but not both." : "You should provide one of cluster id or a host id.");
        return Done();
    }
}
