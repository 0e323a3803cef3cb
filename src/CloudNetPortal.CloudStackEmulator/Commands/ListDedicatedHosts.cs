using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListDedicatedHosts : ListDedicatedResources<Host>
{
    protected override string Kind => "host";

    protected override Host? Find(CloudState cloud, string id) => cloud.Hosts.Find(id);

    protected override string NameOf(Host row) => row.Name;
}
