using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListBgpPeers : ListCommand<BgpPeer>
{
    protected override IEnumerable<BgpPeer> Rows(Call call) => call.Cloud.BgpPeers.Present
        .Where(p => Same(call.Row<BgpPeer>("id")?.Id, p.Id) && Same(call.Row<Zone>("zoneid")?.Id, p.ZoneId) && (!call.Has("isdedicated") || call.Flag("isdedicated") == (p.DomainId is not null)))
        .Where(p => call.Number("asnumber") is not { } number || number == p.AsNumber);

    protected override JsonNode Show(Call call, BgpPeer row) => RoutingAnswer.Of(call.Cloud, row);
}
