using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteStoragePool : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var pool = call.Row<StoragePool>("id")!;
        if (pool.State != "Maintenance")
            throw Refusal.Value($"Unable to delete storage due to it is not in Maintenance state, pool: {pool}"); // CS-1608
        var volumes = cloud.Volumes.Present.Where(v => v.PoolId == pool.Id).ToList();
        if (volumes.Exists(v => !v.Destroyed || !call.Flag("forced")))
            throw Refusal.State($"Cannot delete pool {pool} as there are non-destroyed volumes associated to this pool.");
        cloud.Pools.Erase(pool); // its id is free for the same storage again
        cloud.ForgetAnnotations(pool);
        cloud.Log("STORAGE.POOL.DELETE", $"Successfully completed deleting storage pool. Storage pool ID: {pool.Id}", pool, call.Now);
        return Done();
    }
}
