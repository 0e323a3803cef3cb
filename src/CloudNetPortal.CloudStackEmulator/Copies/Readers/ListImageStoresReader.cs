using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListImageStoresReader : ListReader
{
    public override int Order => 30;

    public override CloudObject Read(CloudState cloud, ListedRow row) => Put(cloud.ImageStores, row, new ImageStore
    {
        ZoneId = row.MaybeOf(cloud.Zones, "zoneid"), Name = row.Need("name"), Url = row.Text("url") ?? "", ProviderName = row.Text("providername") ?? "NFS", Staging = false, ReadOnly = row.Flag("readonly"),
    });
}
