using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListDedicatedGuestVlanRanges : ListCommand<VlanDedication>
{
    protected override IEnumerable<VlanDedication> Rows(Call call)
    {
        if (call.Filled("account") is { } account && call.Has("domainid") && !call.Cloud.Accounts.Any(a => a.Text("name") == account))
            throw Refusal.Value($"Unable to find account {account}");
        return call.Cloud.Dedications.Present
            .Where(d => Same(call.Row<VlanDedication>("id")?.Id, d.Id) && Same(call.Row<PhysicalNetwork>("physicalnetworkid")?.Id, d.PhysicalNetworkId) && Same(call.Has("domainid") ? call.Filled("account") : null, d.Account))
            .Where(d => Same(call.Row<Zone>("zoneid")?.Id, call.Cloud.PhysicalNetworks.Find(d.PhysicalNetworkId)?.ZoneId))
            .Where(d => call.Filled("guestvlanrange") is not { } range || range == $"{d.First}-{d.Last}");
    }

    protected override JsonNode Show(Call call, VlanDedication row) => RangeAnswer.Of(call.Cloud, row);
}
