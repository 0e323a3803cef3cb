using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CancelHostMaintenance : AsyncCommand
{
    public override string? InstanceType => "Host";

    public override CloudObject? Instance(Call call) => call.Row<Host>("id");

    public override JsonObject Run(Call call)
    {
        var host = call.Row<Host>("id")!;
        if (host.Removed)
            throw Refusal.Value($"Host with id {host.Number} doesn't exist");
        if (host.ResourceState is not ("Maintenance" or "PrepareForMaintenance" or "ErrorInMaintenance" or "ErrorInPrepareForMaintenance"))
            throw Refusal.State($"Cannot perform cancelMaintenance when resource state is {host.ResourceState}, host: {host}"); // CS-1614
        host.ResourceState = "Enabled";
        return Json.Of(("host", HostAnswer.Of(call.Cloud, host, call.Now)));
    }
}
