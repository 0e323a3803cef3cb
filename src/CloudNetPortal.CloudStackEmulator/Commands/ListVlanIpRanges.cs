using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListVlanIpRanges : ListCommand<IpRange>
{
    protected override IEnumerable<IpRange> Rows(Call call) => call.Cloud.IpRanges.Present
        .Where(r => Same(call.Row<IpRange>("id")?.Id, r.Id) && Same(call.Row<Zone>("zoneid")?.Id, r.ZoneId) && Same(call.Row<Pod>("podid")?.Id, r.PodId))
        .Where(r => Same(call.Row<GuestNetwork>("networkid")?.Id, r.NetworkId) && Same(call.Row<PhysicalNetwork>("physicalnetworkid")?.Id, r.PhysicalNetworkId))
        .Where(r => !call.Has("forvirtualnetwork") || r.ForVirtualNetwork == call.Flag("forvirtualnetwork"))
        .Where(r => !call.Has("forsystemvms") || r.ForSystemVms == call.Flag("forsystemvms"))
        .Where(r => call.Filled("vlan") is not { } vlan || Rules.PublicRangeRules.VlanUri(vlan).Equals(r.Vlan, StringComparison.OrdinalIgnoreCase));

    protected override JsonNode Show(Call call, IpRange row) => RangeAnswer.Of(call.Cloud, row);
}
