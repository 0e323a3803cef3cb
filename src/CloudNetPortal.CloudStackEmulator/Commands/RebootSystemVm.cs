using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Stopped and started again: it may come up on another host.</summary>
internal sealed class RebootSystemVm : AsyncCommand
{
    public override string? InstanceType => "SystemVm";

    public override CloudObject? Instance(Call call) => call.Row<SystemVm>("id");

    public override JsonObject Run(Call call)
    {
        var vm = SystemVmRules.Present(call);
        SystemVmRules.Stop(call.Cloud, vm);
        SelfActing.TryRun(call.Cloud, vm, call.Now);
        return Json.Of(("systemvm", SystemVmAnswer.Of(call.Cloud, vm)));
    }
}
