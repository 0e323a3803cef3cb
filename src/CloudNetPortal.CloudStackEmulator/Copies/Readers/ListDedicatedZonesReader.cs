using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListDedicatedZonesReader : ListReader
{
    public override int Order => 20;

    public override CloudObject Read(CloudState cloud, ListedRow row) => Put(cloud.ZoneDedications, row, new ZoneDedication
    {
        ZoneId = row.Of(cloud.Zones, "zoneid"), AccountId = row.Text("accountid"), AffinityGroupId = row.Text("affinitygroupid") ?? "",
    });
}
