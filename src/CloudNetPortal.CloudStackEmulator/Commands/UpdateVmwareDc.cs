using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateVmwareDc : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var zone = call.Row<Zone>("zoneid")!;
        var datacenter = call.Cloud.VmwareDatacenters.Present.FirstOrDefault(d => d.ZoneId == zone.Id) ?? throw Refusal.State($"Zone {zone} is not associated with any VMware datacenter.");
        datacenter.Name = call.Filled("name") ?? datacenter.Name;
        datacenter.VCenter = call.Filled("vcenter") ?? datacenter.VCenter;
        return Json.Of(("vmwaredc", ListVmwareDcs.Of(datacenter)));
    }
}
