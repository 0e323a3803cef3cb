using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class RangeAnswer
{
    /// <summary>A storage range: a job's result says less about it than a list does.</summary>
    public static JsonObject Of(CloudState cloud, StorageRange range, bool listed)
    {
        var zone = cloud.Zones.Find(cloud.Pods.Find(range.PodId)?.ZoneId);
        return Json.Of(
            ("id", range.Id), ("vlan", range.Vlan), ("podid", listed ? range.PodId : null), ("startip", range.Start), ("endip", range.End), ("gateway", range.Gateway),
            ("networkid", listed ? zone?.StorageNetworkId : null), ("zoneid", listed ? zone?.Id : null), ("netmask", range.Netmask));
    }

    public static JsonObject Of(CloudState cloud, IpRange range)
    {
        var owner = range.ForVirtualNetwork ? range.Account : "system";
        var domain = owner is not null || range.DomainId is not null ? FreshCloud.RootDomain : null;
        return Json.Of(
            ("id", range.Id), ("forvirtualnetwork", range.ForVirtualNetwork), ("zoneid", range.ZoneId), ("vlan", range.Vlan),
            ("account", owner), ("domainid", domain?.Id), ("domain", domain?.Text("name")), ("domainpath", domain?.Text("path")),
            ("podid", range.PodId), ("podname", cloud.Pods.Find(range.PodId)?.Name), ("gateway", range.Gateway), ("netmask", range.Netmask),
            ("cidr", range.Gateway is null || range.Netmask is null ? null : Cidr.Of(range.Gateway, range.Netmask).ToString()), ("startip", range.Start), ("endip", range.End),
            ("networkid", range.NetworkId), ("physicalnetworkid", range.PhysicalNetworkId), ("ip6gateway", range.Ip6Gateway), ("ip6cidr", range.Ip6Cidr),
            ("startipv6", range.Ip6Start), ("endipv6", range.Ip6End), ("forsystemvms", range.ForSystemVms));
    }

    public static JsonObject Of(PortableRange range) => Json.Of(
        ("id", range.Id), ("regionid", range.RegionId), ("gateway", range.Gateway), ("netmask", range.Netmask), ("vlan", range.Vlan ?? "vlan://untagged"), ("startip", range.Start), ("endip", range.End));

    public static JsonObject Of(CloudState cloud, VlanDedication dedication)
    {
        var network = cloud.PhysicalNetworks.Find(dedication.PhysicalNetworkId);
        var domain = FreshCloud.RootDomain;
        // The real server shows internal numbers here.
        return Json.Of(
            ("id", dedication.Id), ("account", dedication.Account), ("domainid", domain.Id), ("domain", domain.Text("name")), ("domainpath", domain.Text("path")),
            ("guestvlanrange", $"{dedication.First}-{dedication.Last}"), ("physicalnetworkid", network?.Number), ("zoneid", cloud.Zones.Find(network?.ZoneId)?.Number));
    }
}
