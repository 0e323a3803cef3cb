using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>One row for each guest VLAN of a physical network.</summary>
internal sealed class ListGuestVlans : ListCommand<(PhysicalNetwork Network, int Vlan)>
{
    protected override IEnumerable<(PhysicalNetwork Network, int Vlan)> Rows(Call call) =>
        from network in call.Cloud.PhysicalNetworks.Present
        where Same(call.Row<PhysicalNetwork>("physicalnetworkid")?.Id, network.Id) && Same(call.Row<Zone>("zoneid")?.Id, network.ZoneId)
        from span in network.Vlans
        from vlan in Enumerable.Range(span.First, span.Last - span.First + 1)
        where (call.Filled("vnet") is not { } wanted || wanted == vlan.ToString()) && (!call.Flag("allocatedonly") || network.Allocated.Contains(vlan))
        select (network, vlan);

    protected override JsonNode Show(Call call, (PhysicalNetwork Network, int Vlan) row)
    {
        var dedication = call.Cloud.Dedications.Present.FirstOrDefault(d => d.PhysicalNetworkId == row.Network.Id && d.First <= row.Vlan && row.Vlan <= d.Last);
        return Json.Of(
            ("id", (row.Network.Number * 10_000) + row.Vlan), ("vlan", row.Vlan.ToString()), ("physicalnetworkid", row.Network.Id), ("physicalnetworkname", row.Network.Name), ("zoneid", row.Network.ZoneId),
            ("zonename", call.Cloud.Zones.Find(row.Network.ZoneId)?.Name), ("allocationstate", row.Network.Allocated.Contains(row.Vlan) ? "Allocated" : "Free"), ("isdedicated", dedication is not null),
            ("account", dedication?.Account), ("domainid", dedication is null ? null : FreshCloud.RootDomain.Id), ("domain", dedication is null ? null : FreshCloud.RootDomain.Text("name")));
    }
}
