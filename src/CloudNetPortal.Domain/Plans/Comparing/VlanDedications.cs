using System.Text.Json;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>Dedicated guest VLANs: CloudStack joins neighbouring ranges of one owner, so one row may answer for several of the design.</summary>
internal static class VlanDedications
{
    public static IEnumerable<JsonElement> Covering(ZoneSnapshot snapshot, PlanStep step, Func<PlanArgument, string?> resolve)
    {
        var network = step.Arguments.First(a => a.Name == "physicalnetworkid");
        var account = step.Arguments.FirstOrDefault(a => a.Name == "account")?.Text;
        if (resolve(network) is not { } networkId || !VlanSet.TryParse(step.Arguments.First(a => a.Name == "vlanrange").Text, out var wanted, out _, int.MaxValue))
            return [];
        return snapshot.Rows("listDedicatedGuestVlanRanges").Where(r => FieldPath.Text(r, "physicalnetworkid") == networkId && FieldPath.Text(r, "account") == account
            && VlanSet.TryParse(FieldPath.Text(r, "guestvlanrange"), out var there, out _, int.MaxValue) && there.ContainsAll(wanted)).Take(1);
    }
}
