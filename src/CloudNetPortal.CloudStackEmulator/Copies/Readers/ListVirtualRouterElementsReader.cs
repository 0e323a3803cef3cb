using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListVirtualRouterElementsReader : ListReader
{
    public override int Order => 40;

    public override CloudObject Read(CloudState cloud, ListedRow row) =>
        Put(cloud.Elements, row, new ProviderElement { ProviderId = row.Of(cloud.Providers, "nspid"), Kind = ElementKind.Router, Enabled = row.Flag("enabled") });
}
