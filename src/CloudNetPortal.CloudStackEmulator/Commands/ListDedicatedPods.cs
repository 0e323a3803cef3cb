using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListDedicatedPods : ListDedicatedResources<Pod>
{
    protected override string Kind => "pod";

    protected override Pod? Find(CloudState cloud, string id) => cloud.Pods.Find(id);

    protected override string NameOf(Pod row) => row.Name;
}
