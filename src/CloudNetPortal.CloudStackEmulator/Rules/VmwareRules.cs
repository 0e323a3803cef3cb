using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

/// <summary>VMware datacenters, and labels as this hypervisor reads them.</summary>
internal static class VmwareRules
{
    /// <summary>CS-1301, CS-1303, CS-1304: the one datacenter of a zone without VMware clusters.</summary>
    public static void NoClusters(CloudState cloud, Zone zone, string action)
    {
        if (cloud.Clusters.Present.Any(c => c.ZoneId == zone.Id && c.Hypervisor == "VMware"))
            throw Refusal.Command(530, $"Zone {zone} has one or more clusters. Can't {action} which already has clusters.");
    }

    /// <summary>CS-1118: <c>http://vcenter/datacenter/cluster</c> must lie in the zone's own datacenter.</summary>
    public static void Belongs(CloudState cloud, Zone zone, Cluster cluster, Uri url)
    {
        var datacenter = cloud.VmwareDatacenters.Present.FirstOrDefault(d => d.ZoneId == zone.Id)
            ?? throw Refusal.Command(530, $"Zone {zone} is not associated with any VMware DC yet. Please add VMware DC to this zone first and then try to add clusters.");
        var name = Uri.UnescapeDataString(url.Segments.Length > 1 ? url.Segments[1].Trim('/') : "");
        if (!datacenter.VCenter.Equals(url.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw Refusal.Command(530, $"This cluster {cluster.Name} belongs to vCenter {url.Host}. But this zone is associated with VMware DC from vCenter {datacenter.VCenter}. " +
                $"Make sure the cluster being added belongs to vCenter {datacenter.VCenter} and VMware DC {datacenter.Name}");
        }
        if (name != datacenter.Name)
        {
            throw Refusal.Command(530, $"This cluster {cluster.Name} belongs to VMware DC {name} .But this zone is associated with VMware DC {datacenter.Name}. " +
                $"Make sure the cluster being added belongs to VMware DC {datacenter.Name} in vCenter {datacenter.VCenter}");
        }
    }

    /// <summary>CS-314, CS-315: read when a cluster is added.</summary>
    public static void Labels(CloudState cloud, Zone zone)
    {
        foreach (var network in cloud.NetworksOf(zone))
        {
            var kinds = cloud.TrafficTypes.Present.Where(t => t.PhysicalNetworkId == network.Id && t.Type is "Guest" or "Public").Select(t => SwitchType(t.VmwareLabel)).Distinct().Count();
            if (kinds > 1)
            {
                throw Refusal.Value($"Both public traffic and guest traffic is over same physical network {network}. And virtual switch type chosen for each traffic is different. " +
                    "A physical network cannot be shared by different types of virtual switches.");
            }
        }
    }

    /// <summary>The third part of <c>vSwitch[,vlan[,type]]</c>; a name alone is a standard switch.</summary>
    private static string SwitchType(string? label)
    {
        var fields = (label ?? "").Split(',');
        if (fields.Length > 3)
            throw Refusal.Value($"Found extraneous fields in VMWare traffic label : {label}");
        var type = fields.Length < 3 ? "vmwaresvs" : fields[2].Trim().ToLowerInvariant();
        return type is "vmwaresvs" or "vmwaredvs" or "nexusdvs" ? type : throw Refusal.Value($"Invalid virtual switch type : {fields[2].Trim()}");
    }
}
