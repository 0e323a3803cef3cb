using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class StopSystemVm : AsyncCommand
{
    public override string? InstanceType => "SystemVm";

    public override CloudObject? Instance(Call call) => call.Row<SystemVm>("id");

    public override JsonObject Run(Call call)
    {
        var vm = SystemVmRules.Present(call);
        SystemVmRules.Stop(call.Cloud, vm);
        return Json.Of(("systemvm", SystemVmAnswer.Of(call.Cloud, vm)));
    }
}
