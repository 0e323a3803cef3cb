using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>The system VMs on the pool are stopped.</summary>
internal sealed class EnableStorageMaintenance : AsyncCommand
{
    public override string? InstanceType => "StoragePool";

    public override CloudObject? Instance(Call call) => call.Row<StoragePool>("id");

    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var pool = call.Row<StoragePool>("id")!;
        if (pool.Removed)
            throw Refusal.Value("Unable to obtain lock on the storage pool record in preparePrimaryStorageForMaintenance()"); // CS-1613
        if (pool.State is not ("Up" or "ErrorInMaintenance"))
            throw Refusal.Value($"Primary storage {pool} is not ready for migration, as the status is:{pool.State}");
        pool.State = "Maintenance";
        foreach (var vm in cloud.SystemVms.Present.Where(v => v.PoolId == pool.Id))
        {
            (vm.State, vm.HostId, vm.PrivateIp) = ("Stopped", null, null);
            if (cloud.Hosts.Present.FirstOrDefault(h => h.Url == vm.Id) is { } agent)
                agent.Removed = true;
        }
        cloud.Log("MAINT.PREPARE.PS", $"Successfully completed preparing storage pool for maintenance. Storage pool ID: {pool.Id}", pool, call.Now);
        return Json.Of(("storagepool", StorageAnswer.Of(cloud, pool, listed: false)));
    }
}
