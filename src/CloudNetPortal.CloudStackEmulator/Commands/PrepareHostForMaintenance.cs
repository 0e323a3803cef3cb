using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class PrepareHostForMaintenance : AsyncCommand
{
    private static readonly string[] Moving = ["PrepareForMaintenance", "ErrorInPrepareForMaintenance"];

    public override string? InstanceType => "Host";

    public override CloudObject? Instance(Call call) => call.Row<Host>("id");

    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var host = call.Row<Host>("id")!;
        if (host.Removed)
            throw Refusal.Value($"Unable to find host with ID: {host.Number}. Please specify a valid host ID.");
        if (host.ResourceState is "PrepareForMaintenance" or "ErrorInPrepareForMaintenance" or "ErrorInMaintenance" or "Maintenance") // CS-1121
            throw Refusal.Command(530, $"Failed to prepare host for maintenance due to: Host is already in state {host.ResourceState}. Cannot recall for maintenance until resolved.");
        if (cloud.Hosts.Present.Any(h => h.ClusterId == host.ClusterId && h != host && Moving.Contains(h.ResourceState)))
        {
            throw Refusal.Command(530, "Failed to prepare host for maintenance due to: There are other servers attempting migrations for maintenance. " +
                $"Found hosts in PrepareForMaintenance OR ErrorInPrepareForMaintenance STATUS in cluster {cloud.Clusters.Find(host.ClusterId)}");
        }
        host.ResourceState = "PrepareForMaintenance";
        cloud.Due.Add(new DueChange(call.Now + call.Pace.HostMaintenance, DueKind.HostMaintenance, host.Id));
        cloud.Log("MAINT.PREPARE", $"Successfully completed preparing host for maintenance. Host ID: {host.Id}", host, call.Now);
        return Json.Of(("host", HostAnswer.Of(cloud, host, call.Now)));
    }
}
