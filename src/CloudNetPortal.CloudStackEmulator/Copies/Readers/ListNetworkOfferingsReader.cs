using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

/// <summary>The copied rows take the place of those of a fresh installation.</summary>
internal sealed class ListNetworkOfferingsReader : ListReader
{
    public override int Order => 0;

    public override CloudObject? Read(CloudState cloud, ListedRow row)
    {
        if (row.Need("id").Length == 0)
            return null;
        cloud.NetworkOfferingRows.Replaced = true;
        cloud.NetworkOfferingRows.Put((System.Text.Json.Nodes.JsonObject)row.Json.DeepClone());
        return null;
    }
}
