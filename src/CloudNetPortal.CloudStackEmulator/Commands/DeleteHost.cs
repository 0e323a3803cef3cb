using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteHost : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var host = call.Row<Host>("id")!;
        if (host.Removed)
            throw Refusal.Value($"Host with ID [{host.Number}] was not found");
        if (host.ResourceState != "Maintenance" && !call.Flag("forced"))
            throw Refusal.State($"Host with UUID [{host.Id}] is not in maintenance mode and no forced deletion was requested."); // CS-1607
        host.Removed = true;
        cloud.ForgetAnnotations(host);
        foreach (var pool in cloud.Pools.Present.Where(p => p.HostId == host.Id))
            pool.Removed = true;
        foreach (var vm in cloud.SystemVms.Present.Where(v => v.HostId == host.Id))
            (vm.State, vm.HostId, vm.PrivateIp) = ("Stopped", null, null);
        cloud.Log("HOST.DELETE", $"Successfully completed deleting host. Host ID: {host.Id}", host, call.Now);
        return Done();
    }
}
