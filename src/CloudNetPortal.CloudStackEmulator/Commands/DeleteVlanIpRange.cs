using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteVlanIpRange : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var range = call.Row<IpRange>("id")!;
        if (range.Removed)
            throw Refusal.Value("Please specify a valid IP range id.");
        var inUse = call.Cloud.SystemVms.Present.Count(v => v.IpRangeId == range.Id && v.PublicIp is not null);
        if (inUse > 0)
            throw Refusal.Value($"{inUse}  Ips are in use. Cannot delete this vlan"); // CS-1605
        range.Removed = true;
        call.Cloud.Log("VLAN.IP.RANGE.DELETE", $"Successfully completed deleting vlan IP range. VLAN ID: {range.Id}", range, call.Now);
        return Done();
    }
}
