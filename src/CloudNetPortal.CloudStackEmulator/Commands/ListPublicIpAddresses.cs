using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>The addresses of all ranges; those in use are those of system VMs.</summary>
internal sealed class ListPublicIpAddresses : ListCommand<(IpRange Range, string Address, SystemVm? User)>
{
    protected override IEnumerable<(IpRange Range, string Address, SystemVm? User)> Rows(Call call)
    {
        var users = call.Cloud.SystemVms.Present.Where(v => v.PublicIp is not null).ToDictionary(v => v.PublicIp!);
        foreach (var range in call.Cloud.IpRanges.Present.Where(r => r.Start is not null && Wanted(call, r)))
        {
            for (var a = (ulong)Ipv4.Read(range.Start); a <= Ipv4.Read(range.End); a++)
            {
                var address = Ipv4.Write((uint)a);
                var user = users.GetValueOrDefault(address);
                if (Same(call.Filled("ipaddress"), address) && (user is not null || !call.Flag("allocatedonly", absent: true)) && Same(call.Filled("state"), user is null ? "Free" : "Allocated"))
                    yield return (range, address, user);
            }
        }
    }

    private static bool Wanted(Call call, IpRange range) =>
        Same(call.Row<Zone>("zoneid")?.Id, range.ZoneId) && Same(call.Row<IpRange>("vlanid")?.Id, range.Id) && Same(call.Row<PhysicalNetwork>("physicalnetworkid")?.Id, range.PhysicalNetworkId)
        && (!call.Has("forvirtualnetwork") || call.Flag("forvirtualnetwork") == range.ForVirtualNetwork) && (!call.Has("forsystemvms") || call.Flag("forsystemvms") == range.ForSystemVms);

    protected override JsonNode Show(Call call, (IpRange Range, string Address, SystemVm? User) row) => Json.Of(
        ("id", NameUuid.Of(row.Range.Id + row.Address)), ("ipaddress", row.Address), ("zoneid", row.Range.ZoneId), ("zonename", call.Cloud.Zones.Find(row.Range.ZoneId)?.Name), ("issourcenat", false),
        ("isstaticnat", false), ("forvirtualnetwork", row.Range.ForVirtualNetwork), ("vlanid", row.Range.Id), ("vlanname", row.Range.Vlan), ("networkid", row.Range.NetworkId), ("state", row.User is null ? "Free" : "Allocated"),
        ("physicalnetworkid", row.Range.PhysicalNetworkId), ("issystem", row.User is not null), ("virtualmachineid", row.User?.Id), ("virtualmachinename", row.User?.Name), ("isportable", false), ("fordisplay", true),
        ("forsystemvms", row.Range.ForSystemVms), ("hasannotations", false));
}
