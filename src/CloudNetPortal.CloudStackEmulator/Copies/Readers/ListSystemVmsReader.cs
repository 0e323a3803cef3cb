using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListSystemVmsReader : ListReader
{
    public override int Order => 70;

    public override CloudObject Read(CloudState cloud, ListedRow row)
    {
        var zoneId = row.Of(cloud.Zones, "zoneid");
        var host = cloud.Hosts.Find(row.Text("hostid"));
        return Put(cloud.SystemVms, row, new SystemVm
        {
            ZoneId = zoneId, PodId = row.Text("podid") ?? "", HostId = host?.Id, PoolId = cloud.Pools.Rows.Find(p => p.ZoneId == zoneId && p.PodId == host?.PodId)?.Id ?? "",
            ConsoleProxy = row.Need("systemvmtype") == "consoleproxy", Name = row.Need("name"), State = row.Text("state") ?? "Running", Hypervisor = row.Text("hypervisor") ?? "",
            PublicIp = row.Text("publicip"), PrivateIp = row.Text("privateip"),
            IpRangeId = cloud.IpRanges.Rows.Find(r => r.ZoneId == zoneId && Holds(r, row.Text("publicip")))?.Id,
        });
    }

    private static bool Holds(IpRange range, string? address) =>
        address is not null && range.Start is not null && Addresses.Ipv4.Read(address) >= Addresses.Ipv4.Read(range.Start) && Addresses.Ipv4.Read(address) <= Addresses.Ipv4.Read(range.End);
}
