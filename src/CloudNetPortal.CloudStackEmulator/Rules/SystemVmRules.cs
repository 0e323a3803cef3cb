using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

internal static class SystemVmRules
{
    /// <summary>CS-1615.</summary>
    public static SystemVm Present(Call call) => call.Row<SystemVm>("id") is { Removed: false } vm ? vm : throw Refusal.Value("unable to find a system VM with specified vmId");

    /// <summary>The VM no longer runs; its agent is gone.</summary>
    public static void Stop(CloudState cloud, SystemVm vm)
    {
        (vm.State, vm.HostId, vm.PrivateIp) = ("Stopped", null, null);
        foreach (var agent in cloud.Hosts.Present.Where(h => h.Url == vm.Id))
            agent.Removed = true;
    }
}
