using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

/// <summary>Guest networks. The system networks of a zone are not objects here; only their ids are kept.</summary>
internal sealed class ListNetworksReader : ListReader
{
    public override int Order => 50;
    public override bool NewestFirst => true;

    public override CloudObject? Read(CloudState cloud, ListedRow row)
    {
        var zoneId = row.Of(cloud.Zones, "zoneid");
        if (row.Text("traffictype") is { } traffic && traffic != "Guest")
        {
            System(cloud.Zones.Find(zoneId), traffic, row.Text("id"));
            return null;
        }
        var offering = row.Need("networkofferingid");
        if (offering.Length > 0 && !cloud.NetworkOfferings.Any(o => o.Id == offering))
            row.Wrong($"networkofferingid {offering} is not in the copy; copy listNetworkOfferings too");
        return Put(cloud.Networks, row, new GuestNetwork
        {
            ZoneId = zoneId, PhysicalNetworkId = row.MaybeOf(cloud.PhysicalNetworks, "physicalnetworkid"), OfferingId = offering, Name = row.Need("name"),
            DisplayText = row.Text("displaytext") ?? row.Text("name") ?? "", GuestType = row.Text("type") ?? "Shared", Gateway = row.Text("gateway"), Netmask = row.Text("netmask"),
            Ip6Gateway = row.Text("ip6gateway"), Ip6Cidr = row.Text("ip6cidr"), Vlan = Vlan(row), NetworkDomain = row.Text("networkdomain"), AclDomain = row.Text("acltype") == "Domain",
            SubdomainAccess = row.Flag("subdomainaccess"), Account = row.Text("account") ?? FreshCloud.Admin.Text("name"),
        });
    }

    /// <summary>Guest VLANs that networks hold cannot be taken out of a physical network (CS-217).</summary>
    public override void Finish(CloudState cloud)
    {
        foreach (var network in cloud.Networks.Rows)
        {
            if (int.TryParse(network.Vlan, out var vlan) && cloud.PhysicalNetworks.Find(network.PhysicalNetworkId) is { } carrier && carrier.Vlans.Exists(v => v.Contains(vlan)))
                carrier.Allocated.Add(vlan);
        }
    }

    private static string? Vlan(ListedRow row)
    {
        if (row.Text("vlan") is { Length: > 0 } vlan)
            return vlan;
        return row.Text("broadcasturi") is { } uri && uri.Contains("://", StringComparison.Ordinal) ? uri[(uri.IndexOf("://", StringComparison.Ordinal) + 3)..] : null;
    }

    private static void System(Zone? zone, string traffic, string? id)
    {
        if (zone is null || id is null)
            return;
        if (traffic == "Public")
            zone.PublicNetworkId = id;
        else if (traffic == "Storage")
            zone.StorageNetworkId = id;
    }
}
