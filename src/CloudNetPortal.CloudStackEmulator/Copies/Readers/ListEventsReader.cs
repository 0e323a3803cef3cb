using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListEventsReader : ListReader
{
    public override int Order => 90;
    public override bool NewestFirst => true;

    public override CloudObject Read(CloudState cloud, ListedRow row) => Put(cloud.Events, row, new Event
    {
        UserName = row.Text("username") ?? "", ParentId = row.Text("parentid"), ResourceName = row.Text("resourcename"), Type = row.Need("type"), Description = row.Text("description") ?? "", ResourceId = row.Text("resourceid"), ResourceType = row.Text("resourcetype"), State = row.Text("state") ?? "Completed",
        Level = row.Text("level") ?? "INFO",
    });
}
