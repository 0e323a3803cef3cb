using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

/// <summary>The copied rows take the place of those of a fresh installation.</summary>
internal sealed class ListServiceOfferingsReader : ListReader
{
    public override int Order => 0;

    public override CloudObject? Read(CloudState cloud, ListedRow row)
    {
        if (row.Need("id").Length == 0)
            return null;
        cloud.ServiceOfferingRows.Replaced = true;
        cloud.ServiceOfferingRows.Put((System.Text.Json.Nodes.JsonObject)row.Json.DeepClone());
        return null;
    }
}
