using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>While the zone is enabled the cloud makes a new one (CS-1615).</summary>
internal sealed class DestroySystemVm : AsyncCommand
{
    public override string? InstanceType => "SystemVm";

    public override CloudObject? Instance(Call call) => call.Row<SystemVm>("id");

    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var vm = call.Row<SystemVm>("id")!;
        if (vm.Removed)
            throw Refusal.Value($"unable to find a system VM with specified vmId");
        (vm.State, vm.HostId, vm.PrivateIp, vm.PublicIp, vm.Removed) = ("Stopped", null, null, null, true);
        foreach (var agent in cloud.Hosts.Present.Where(h => h.Url == vm.Id))
            agent.Removed = true;
        foreach (var volume in cloud.Volumes.Present.Where(v => v.SystemVmId == vm.Id))
        {
            volume.Destroyed = true;
            cloud.Due.Add(new DueChange(call.Now + call.Pace.Expunge, DueKind.Expunge, volume.Id));
        }
        if (cloud.Zones.FindPresent(vm.ZoneId) is { Enabled: true } zone)
            SelfActing.PlanSystemVms(cloud, zone, call.Pace, call.Now);
        return Json.Of(("systemvm", SystemVmAnswer.Of(cloud, vm)));
    }
}
