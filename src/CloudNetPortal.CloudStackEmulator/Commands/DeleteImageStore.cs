using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteImageStore : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var store = call.Row<ImageStore>("id")!;
        if (store.Removed)
            throw Refusal.Value($"Image store with id {store.Number} doesn't exist");
        store.Removed = true;
        call.Cloud.ForgetAnnotations(store);
        call.Cloud.Log("IMAGE.STORE.DELETE", $"Successfully completed deleting image store. Image store ID: {store.Id}", store, call.Now);
        return Done();
    }
}
