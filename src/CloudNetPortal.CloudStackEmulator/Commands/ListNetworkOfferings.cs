using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListNetworkOfferings : ListCommand<KnownObject>
{
    protected override IEnumerable<KnownObject> Rows(Call call) => call.Cloud.NetworkOfferings
        .Where(o => Same(call.Row<KnownObject>("id")?.Id, o.Id) && Same(call.Filled("name"), o.Text("name")) && Like(call.Filled("keyword"), o.Text("name")))
        .Where(o => Same(call.Filled("guestiptype"), o.Text("guestiptype")) && Same(call.Filled("state"), o.Text("state")) && Same(call.Filled("traffictype"), o.Text("traffictype")))
        .Where(o => (!call.Has("specifyvlan") || call.Flag("specifyvlan") == o.Flag("specifyvlan")) && (!call.Has("forvpc") || call.Flag("forvpc") == o.Flag("forvpc")) && (!call.Has("isdefault") || call.Flag("isdefault") == o.Flag("isdefault")));

    protected override JsonNode Show(Call call, KnownObject row) => row.Json.DeepClone();
}
