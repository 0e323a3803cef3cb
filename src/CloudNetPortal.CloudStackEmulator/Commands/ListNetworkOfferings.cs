using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListNetworkOfferings : ListCommand<KnownObject>
{
    protected override IEnumerable<KnownObject> Rows(Call call) => call.Cloud.NetworkOfferings
        .Where(o => Same(call.Row<KnownObject>("id")?.Id, o.Id) && Same(call.Filled("name"), o.Text("name")) && Like(call.Filled("keyword"), o.Text("name")))
        .Where(o => Same(call.Filled("guestiptype"), o.Text("guestiptype")) && Same(call.Filled("state"), o.Text("state")) && Same(call.Filled("traffictype"), o.Text("traffictype")))
        .Where(o => Like(call.Filled("displaytext"), o.Text("displaytext")) && Same(call.Filled("availability"), o.Text("availability")) && Same(call.Filled("tags"), o.Text("tags")))
        .Where(o => call.List("supportedservices").All(s => Rules.NetworkRules.Has(o, s)) && (!call.Has("sourcenatsupported") || call.Flag("sourcenatsupported") == Rules.NetworkRules.Has(o, "SourceNat")))
        .Where(o => (!call.Has("specifyipranges") || call.Flag("specifyipranges") == o.Flag("specifyipranges")) && (!call.Has("istagged") || call.Flag("istagged") == (o.Text("tags") is not null)))
        .Where(o => (!call.Has("specifyvlan") || call.Flag("specifyvlan") == o.Flag("specifyvlan")) && (!call.Has("forvpc") || call.Flag("forvpc") == o.Flag("forvpc")) && (!call.Has("isdefault") || call.Flag("isdefault") == o.Flag("isdefault")));

    protected override JsonNode Show(Call call, KnownObject row) => row.Json.DeepClone();
}
