using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListVlanIpRangesReader : ListReader
{
    public override int Order => 60;

    public override CloudObject Read(CloudState cloud, ListedRow row)
    {
        var range = Put(cloud.IpRanges, row, new IpRange
        {
            ZoneId = row.Of(cloud.Zones, "zoneid"), PhysicalNetworkId = row.MaybeOf(cloud.PhysicalNetworks, "physicalnetworkid") ?? "", NetworkId = row.Text("networkid") ?? "",
            ForVirtualNetwork = row.Flag("forvirtualnetwork"), ForSystemVms = row.Flag("forsystemvms"), Vlan = row.Text("vlan") ?? "vlan://untagged", PodId = row.MaybeOf(cloud.Pods, "podid"),
            Gateway = row.Text("gateway"), Netmask = row.Text("netmask"), Start = row.Text("startip"), End = row.Text("endip"), Ip6Gateway = row.Text("ip6gateway"), Ip6Cidr = row.Text("ip6cidr"),
            Ip6Start = row.Text("startipv6"), Ip6End = row.Text("endipv6"), Account = row.Text("account") is { } account && account != "system" ? account : null,
        });
        if (range.ForVirtualNetwork && range.NetworkId.Length > 0 && cloud.Zones.Find(range.ZoneId) is { } zone)
            zone.PublicNetworkId = range.NetworkId;
        return range;
    }
}
