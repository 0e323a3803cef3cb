using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListUsers : ListCommand<KnownObject>
{
    protected override IEnumerable<KnownObject> Rows(Call call) => FreshCloud.Users
        .Where(o => Same(call.Row<KnownObject>("id")?.Id, o.Id) && Same(call.Filled("username"), o.Text("username")) && Like(call.Filled("keyword"), o.Text("username")))
        .Where(o => Same(call.Filled("account"), o.Text("account")));

    protected override JsonNode Show(Call call, KnownObject row) => row.Json.DeepClone();
}
