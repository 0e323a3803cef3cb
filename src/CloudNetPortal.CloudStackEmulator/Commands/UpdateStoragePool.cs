using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateStoragePool : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var pool = call.Row<StoragePool>("id")!;
        if (pool.Removed)
            throw Refusal.Value("Unable to find the primary storage pool by ID: " + pool.Number);
        if (call.Has("enabled") && call.Flag("enabled") && pool.State is not ("Disabled" or "Up"))
            throw Refusal.Value($"Enabling primary storage pool with state {pool.State} is not possible"); // only a pool that was disabled can be enabled
        pool.Name = call.Filled("name") ?? pool.Name;
        if (call.Has("tags"))
            pool.Tags = Json.NoneIfEmpty(string.Join(',', call.List("tags")));
        pool.TagIsRule = call.Flag("istagarule", pool.TagIsRule);
        if (call.Has("enabled"))
            pool.State = call.Flag("enabled") ? "Up" : "Disabled";
        call.Cloud.Log("UPDATE.PS", $"Successfully completed updating storage pool {pool.Name}", pool, call.Now);
        return Json.Of(("storagepool", StorageAnswer.Of(call.Cloud, pool, listed: false)));
    }
}
