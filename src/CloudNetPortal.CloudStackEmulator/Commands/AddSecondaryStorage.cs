using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class AddSecondaryStorage : SyncCommand
{
    public override JsonObject Run(Call call) => Json.Of(("secondarystorage", AddImageStore.Add(call, "NFS", call.Text("url")!, null)));
}
