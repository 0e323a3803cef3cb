using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class StartSystemVm : AsyncCommand
{
    public override string? InstanceType => "SystemVm";

    public override CloudObject? Instance(Call call) => call.Row<SystemVm>("id");

    public override JsonObject Run(Call call)
    {
        var vm = SystemVmRules.Present(call);
        if (vm.State != "Running" && !SelfActing.TryRun(call.Cloud, vm, call.Now))
            throw Refusal.State($"Unable to start {vm.Name} due to insufficient capacity");
        return Json.Of(("systemvm", SystemVmAnswer.Of(call.Cloud, vm)));
    }
}
