using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListStoragePoolsReader : ListReader
{
    public override int Order => 50;

    public override CloudObject Read(CloudState cloud, ListedRow row)
    {
        var clusterId = row.MaybeOf(cloud.Clusters, "clusterid");
        var local = row.Text("scope") == "HOST";
        return Put(cloud.Pools, row, new StoragePool
        {
            ZoneId = row.Of(cloud.Zones, "zoneid"), PodId = row.MaybeOf(cloud.Pods, "podid"), ClusterId = clusterId,
            HostId = local ? cloud.Hosts.Rows.Find(h => h.ClusterId == clusterId && h.Address == row.Text("ipaddress"))?.Id : null, Name = row.Need("name"), Address = row.Text("ipaddress") ?? "",
            Path = row.Text("path") ?? "", PoolType = row.Text("type") ?? "NetworkFilesystem", Scope = row.Text("scope") ?? (clusterId is null ? "ZONE" : "CLUSTER"),
            Hypervisor = row.Text("hypervisor") ?? "", ProviderName = row.Text("provider") ?? "DefaultPrimary", Tags = row.Text("tags"), TagIsRule = row.Flag("istagarule"), State = row.Text("state") ?? "Up",
        });
    }
}
