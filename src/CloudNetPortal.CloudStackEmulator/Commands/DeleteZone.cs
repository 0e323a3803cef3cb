using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteZone : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var zone = call.Row<Zone>("id")!;
        if (zone.Removed)
            throw Refusal.Value($"A zone with ID: {zone.Number} does not exist.");
        if (InTheWay(call.Cloud, zone) is { } obstacle)
            throw Refusal.State($"The zone cannot be deleted because {obstacle}");
        zone.Removed = true;
        call.Cloud.ForgetAnnotations(zone);
        foreach (var dedication in call.Cloud.ZoneDedications.Present.Where(d => d.ZoneId == zone.Id).ToList())
            call.Cloud.ZoneDedications.Erase(dedication);
        foreach (var datacenter in call.Cloud.VmwareDatacenters.Present.Where(d => d.ZoneId == zone.Id).ToList())
            call.Cloud.VmwareDatacenters.Erase(datacenter);
        foreach (var range in call.Cloud.IpRanges.Present.Where(r => r.ZoneId == zone.Id))
            range.Removed = true;
        call.Cloud.Log("ZONE.DELETE", $"Successfully completed deleting zone. Zone ID: {zone.Id}", zone, call.Now);
        return Done();
    }

    /// <summary>CS-1601: the first thing in the way, in the server's order.</summary>
    private static string? InTheWay(CloudState cloud, Zone zone)
    {
        if (cloud.Hosts.Present.Any(h => h.ZoneId == zone.Id))
            return "there are servers in this zone.";
        if (cloud.Pods.Present.Any(p => p.ZoneId == zone.Id))
            return "there are pods in this zone.";
        if (cloud.SystemVms.Present.Any(v => v.ZoneId == zone.Id && v.PrivateIp is not null))
            return "there are private IP addresses allocated in this zone.";
        if (cloud.SystemVms.Present.Any(v => v.ZoneId == zone.Id && v.PublicIp is not null))
            return "there are public IP addresses allocated in this zone.";
        if (cloud.SystemVms.Present.Any(v => v.ZoneId == zone.Id))
            return "there are virtual machines in this zone.";
        if (cloud.Volumes.Present.Any(v => v.ZoneId == zone.Id))
            return "there are storage volumes in this zone.";
        if (cloud.NetworksOf(zone).Any())
            return "there are physical networks in this zone.";
        return cloud.ImageStores.Present.Any(s => s.ZoneId == zone.Id) ? "there are Secondary storages in this zone" : null;
    }
}
