using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListDedicatedClusters : ListDedicatedResources<Cluster>
{
    protected override string Kind => "cluster";

    protected override Cluster? Find(CloudState cloud, string id) => cloud.Clusters.Find(id);

    protected override string NameOf(Cluster row) => row.Name;
}
