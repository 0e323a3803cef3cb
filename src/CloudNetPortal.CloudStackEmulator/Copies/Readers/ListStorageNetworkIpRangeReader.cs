using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListStorageNetworkIpRangeReader : ListReader
{
    public override int Order => 60;

    public override CloudObject Read(CloudState cloud, ListedRow row)
    {
        var range = Put(cloud.StorageRanges, row, new StorageRange
        {
            PodId = row.Of(cloud.Pods, "podid"), Vlan = row.Number("vlan"), Start = row.Need("startip"), End = row.Text("endip") ?? row.Need("startip"), Gateway = row.Text("gateway") ?? "",
            Netmask = row.Text("netmask") ?? "",
        });
        if (row.Text("networkid") is { Length: > 0 } network && cloud.Zones.Find(cloud.Pods.Find(range.PodId)?.ZoneId) is { } zone)
            zone.StorageNetworkId = network;
        return range;
    }
}
