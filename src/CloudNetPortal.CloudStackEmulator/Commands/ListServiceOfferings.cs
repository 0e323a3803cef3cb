using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListServiceOfferings : ListCommand<KnownObject>
{
    protected override IEnumerable<KnownObject> Rows(Call call) => call.Cloud.ServiceOfferings
        .Where(o => Same(call.Row<KnownObject>("id")?.Id, o.Id) && Same(call.Filled("name"), o.Text("name")) && Like(call.Filled("keyword"), o.Text("name")))
        .Where(_ => !call.Flag("issystem"));

    protected override JsonNode Show(Call call, KnownObject row) => row.Json.DeepClone();
}
