using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class RemoveVmwareDc : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var zone = call.Row<Zone>("zoneid")!;
        VmwareRules.NoClusters(call.Cloud, zone, "remove VMware datacenter to zone");
        var datacenter = call.Cloud.VmwareDatacenters.Present.FirstOrDefault(d => d.ZoneId == zone.Id) ?? throw Refusal.State($"Zone {zone} is not associated with any VMware datacenter."); // CS-1305
        call.Cloud.VmwareDatacenters.Erase(datacenter);
        return Done();
    }
}
