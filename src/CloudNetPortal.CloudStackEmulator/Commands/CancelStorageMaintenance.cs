using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CancelStorageMaintenance : AsyncCommand
{
    public override string? InstanceType => "StoragePool";

    public override CloudObject? Instance(Call call) => call.Row<StoragePool>("id");

    public override JsonObject Run(Call call)
    {
        var pool = call.Row<StoragePool>("id")!;
        if (pool.State is "Up" or "PrepareForMaintenance")
            throw Refusal.State($"Primary storage with id {pool.Number} is not ready to complete migration, as the status is:{pool.State}");
        pool.State = "Up";
        return Json.Of(("storagepool", StorageAnswer.Of(call.Cloud, pool, listed: false)));
    }
}
