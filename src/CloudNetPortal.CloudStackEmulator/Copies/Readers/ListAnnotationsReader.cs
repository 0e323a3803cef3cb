using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListAnnotationsReader : ListReader
{
    public override int Order => 80;

    public override CloudObject Read(CloudState cloud, ListedRow row) => Put(cloud.Annotations, row, new Annotation
    {
        EntityType = row.Need("entitytype"), EntityId = row.Need("entityid"), EntityName = row.Text("entityname") ?? "", Text = row.Text("annotation") ?? "", AdminsOnly = row.Flag("adminsonly"),
    });
}
