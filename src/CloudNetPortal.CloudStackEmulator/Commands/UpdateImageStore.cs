using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateImageStore : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var store = call.Row<ImageStore>("id")!;
        if (store.Removed)
            throw Refusal.Value($"Unable to find image store with ID: {store.Id}");
        store.Name = call.Filled("name") ?? store.Name;
        store.ReadOnly = call.Flag("readonly", store.ReadOnly);
        call.Cloud.Log("IMAGE.STORE.UPDATE", $"Successfully completed updating image store {store.Name}", store, call.Now);
        return Json.Of(("imagestore", StorageAnswer.Of(call.Cloud, store)));
    }
}
