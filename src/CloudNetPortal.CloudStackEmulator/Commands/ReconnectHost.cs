using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>The host connects anew, and its networks are looked at anew (CS-1115).</summary>
internal sealed class ReconnectHost : AsyncCommand
{
    public override string? InstanceType => "Host";

    public override CloudObject? Instance(Call call) => call.Row<Host>("id");

    public override JsonObject Run(Call call)
    {
        var host = call.Row<Host>("id")!;
        if (host.Removed)
            throw Refusal.Value($"Host with id {host.Number} doesn't exist"); // CS-1614
        host.State = HostLabelRules.Problem(call.Cloud, host) is { } problem ? Refuse(call, host, problem) : "Up";
        call.Cloud.Log("HOST.RECONNECT", $"Successfully completed reconnecting host. Host ID: {host.Id}", host, call.Now);
        return Json.Of(("host", HostAnswer.Of(call.Cloud, host, call.Now)));
    }

    private static string Refuse(Call call, Host host, string problem)
    {
        call.Cloud.Alerts.Add(new Alert { Type = 7, Name = "ALERT.COMPUTE.HOST", Description = $"{problem}, host: {host.Name} ({host.Address})" }, call.Now);
        return "Alert";
    }
}
