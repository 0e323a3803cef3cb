using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class AddVmwareDc : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var zone = call.Row<Zone>("zoneid")!;
        if (zone.Removed)
            throw Refusal.Value($"Can't find zone by the id specified.");
        if (call.Filled("username") is null) // CS-1301
            throw Refusal.Value("Missing or invalid parameter username.");
        VmwareRules.NoClusters(cloud, zone, "add VMware datacenter to zone");
        string name = call.Text("name")!, vcenter = call.Text("vcenter")!;
        var known = cloud.VmwareDatacenters.Present.FirstOrDefault(d => d.ZoneId == zone.Id);
        if (known is not null && (known.Name != name || known.VCenter != vcenter))
            throw Refusal.State($"Zone {zone} is already associated with a VMware datacenter. Only 1 VMware DC can be associated with a zone."); // CS-1302
        if (cloud.VmwareDatacenters.Present.Any(d => d.ZoneId != zone.Id && d.Name == name && d.VCenter == vcenter)) // CS-1304: the datacenter is marked as somebody's
            throw Refusal.Command(530, "Failed to add VMware DC to zone due to : This DC is being managed by other CloudStack deployment. Cannot add this DC to zone.");
        known ??= cloud.VmwareDatacenters.Add(new VmwareDatacenter { ZoneId = zone.Id, Name = name, VCenter = vcenter }, call.Now);
        return Json.Of(("vmwaredc", ListVmwareDcs.Of(known)));
    }
}
