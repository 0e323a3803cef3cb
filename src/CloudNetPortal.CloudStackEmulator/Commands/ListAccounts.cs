using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListAccounts : ListCommand<KnownObject>
{
    protected override IEnumerable<KnownObject> Rows(Call call) => call.Cloud.Accounts
        .Where(o => Same(call.Row<KnownObject>("id")?.Id, o.Id) && Same(call.Filled("name"), o.Text("name")) && Like(call.Filled("keyword"), o.Text("name")))
        .Where(o => call.Flag("listall") || call.Has("name") || o.Id == FreshCloud.Admin.Id || call.Cloud.AccountRows.Replaced);

    protected override JsonNode Show(Call call, KnownObject row) => row.Json.DeepClone();
}
