using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DedicateCluster : DedicateResource<Cluster>
{
    protected override string Kind => "cluster";

    protected override string NameOf(Cluster row) => row.Name;

    protected override IEnumerable<(string Word, CloudObject Parent)> Parents(CloudState cloud, Cluster row) => [("Pod", cloud.Pods.Find(row.PodId)!), ("Zone", cloud.Zones.Find(row.ZoneId)!)];
}
