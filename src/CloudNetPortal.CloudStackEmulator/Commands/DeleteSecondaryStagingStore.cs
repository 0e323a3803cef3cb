using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteSecondaryStagingStore : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var store = call.Row<ImageStore>("id")!;
        if (store.Removed || !store.Staging)
            throw Refusal.Value($"Cache store with id {store.Number} doesn't exist"); // CS-1612
        store.Removed = true;
        return Done();
    }
}
