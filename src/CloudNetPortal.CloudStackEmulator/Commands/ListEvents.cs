using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListEvents : ListCommand<Event>
{
    protected override IEnumerable<Event> Rows(Call call) => call.Cloud.Events.Present
        .Where(e => Same(call.Row<Event>("id")?.Id, e.Id) && Same(call.Filled("type"), e.Type) && Same(call.Filled("level"), e.Level) && Like(call.Filled("keyword"), e.Type, e.Description))
        .Where(e => Same(call.Filled("resourceid"), e.ResourceId) && Same(call.Filled("resourcetype"), e.ResourceType))
        .Reverse();

    protected override JsonNode Show(Call call, Event row) => Json.Of(
        ("id", row.Id), ("username", "admin"), ("type", row.Type), ("level", row.Level), ("description", row.Description), ("account", FreshCloud.Admin.Text("name")),
        ("domainid", FreshCloud.RootDomain.Id), ("domain", FreshCloud.RootDomain.Text("name")), ("domainpath", FreshCloud.RootDomain.Text("path")), ("resourceid", row.ResourceId),
        ("resourcetype", row.ResourceType), ("created", ServerFacts.Date(row.Created)), ("state", row.State));
}
