using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListResourceDetails : ListCommand<KeyValuePair<string, string>>
{
    protected override IEnumerable<KeyValuePair<string, string>> Rows(Call call) => (ResourceDetailRules.Of(call) ?? []).Where(d => Same(call.Filled("key"), d.Key) && Same(call.Filled("value"), d.Value));

    protected override JsonNode Show(Call call, KeyValuePair<string, string> row) => Json.Of(
        ("key", row.Key), ("value", row.Value), ("resourcetype", call.Text("resourcetype")), ("resourceid", call.Text("resourceid")), ("account", FreshCloud.Admin.Text("name")),
        ("domainid", FreshCloud.RootDomain.Id), ("domain", FreshCloud.RootDomain.Text("name")), ("domainpath", FreshCloud.RootDomain.Text("path")));
}
