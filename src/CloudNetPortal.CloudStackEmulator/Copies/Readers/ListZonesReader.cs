using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListZonesReader : ListReader
{
    public override int Order => 10;

    public override CloudObject Read(CloudState cloud, ListedRow row)
    {
        var zone = Put(cloud.Zones, row, new Zone
        {
            Name = row.Need("name"), Dns1 = row.Text("dns1") ?? "", Dns2 = row.Text("dns2"), InternalDns1 = row.Text("internaldns1") ?? "", InternalDns2 = row.Text("internaldns2"),
            Ip6Dns1 = row.Text("ip6dns1"), Ip6Dns2 = row.Text("ip6dns2"), GuestCidr = row.Text("guestcidraddress"), Domain = row.Text("domain"), DomainId = row.Text("domainid"),
            Basic = row.Need("networktype") == "Basic", Edge = row.Text("type") == "Edge", SecurityGroups = row.Flag("securitygroupsenabled"), LocalStorage = row.Flag("localstorageenabled"),
            Enabled = row.Enabled("allocationstate"), DhcpProvider = row.Text("dhcpprovider") ?? "VirtualRouter", Token = row.Text("zonetoken") ?? Guid.NewGuid().ToString(),
        });
        foreach (var (key, value) in row.Json["resourcedetails"] as JsonObject ?? [])
            zone.Details[key] = value?.ToString() ?? "";
        return zone;
    }
}
