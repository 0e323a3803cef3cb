using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListOvsElementsReader : ListReader
{
    public override int Order => 40;

    public override CloudObject Read(CloudState cloud, ListedRow row) =>
        Put(cloud.Elements, row, new ProviderElement { ProviderId = row.Of(cloud.Providers, "nspid"), Kind = ElementKind.Switch, Enabled = row.Flag("enabled") });
}
