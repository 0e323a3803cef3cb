using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListClustersReader : ListReader
{
    public override int Order => 30;

    public override CloudObject Read(CloudState cloud, ListedRow row) => Put(cloud.Clusters, row, new Cluster
    {
        ZoneId = row.Of(cloud.Zones, "zoneid"), PodId = row.Of(cloud.Pods, "podid"), Name = row.Need("name"), Hypervisor = row.Need("hypervisortype"),
        ClusterType = row.Text("clustertype") ?? "CloudManaged", Enabled = row.Enabled("allocationstate"), ManagedState = row.Text("managedstate") ?? "Managed", Architecture = row.Text("arch") ?? "x86_64",
    });
}
