using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DedicateGuestVlanRange : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var account = Owner(call);
        var network = call.Row<PhysicalNetwork>("physicalnetworkid")!;
        if (network.Removed)
            throw Refusal.Value($"Unable to find physical network by id {network.Number}");
        if (network.Isolation is { } isolation && !isolation.Contains("VLAN", StringComparison.OrdinalIgnoreCase) && !isolation.Contains("VXLAN", StringComparison.OrdinalIgnoreCase))
            throw Refusal.Value($"Cannot dedicate guest VLAN range. Physical isolation type of Network {network} is not VLAN nor VXLAN"); // CS-801
        var text = call.Text("vlanrange")!;
        var span = Range(text);
        InTheNetwork(network, span, text);
        // CS-805: compared over all zones.
        if (cloud.Dedications.Present.Any(d => d.First <= span.Last && span.First <= d.Last))
            throw Refusal.Value($"Vlan range is already dedicated. Cannot dedicate guest vlan range {text}");
        var dedication = Merge(call, network, span, account);
        cloud.Log("GUESTVLANRANGE.DEDICATE", "Successfully completed dedicating guest vlan range", dedication, call.Now);
        return Json.Of(("dedicatedguestvlanrange", RangeAnswer.Of(cloud, dedication)));
    }

    /// <summary>CS-802.</summary>
    private static string Owner(Call call)
    {
        // An account is looked up in its domain only; without one it is not found.
        var account = call.Filled("account");
        if (account is not null && call.Has("domainid") && call.Cloud.Accounts.Any(a => a.Text("name") == account))
            return account;
        throw Refusal.Value($"Unable to find account by name {account ?? "null"}");
    }

    /// <summary>CS-804: inside one range of the network; one that has no ranges at all is searched VLAN by VLAN.</summary>
    private static void InTheNetwork(PhysicalNetwork network, VlanSpan span, string text)
    {
        if (network.Vlans.Count == 0)
            throw Refusal.Value($"Guest VLAN {span.First} from this range {span} is not present in the system for physical network ID: {network.Number}");
        if (span.First > span.Last || !network.Vlans.Exists(v => v.Contains(span.First) && v.Contains(span.Last)))
            throw Refusal.Value($"Unable to find guest vlan by range {text}");
    }

    /// <summary>CS-803.</summary>
    private static VlanSpan Range(string text)
    {
        var ends = Rules.VnetRules.SplitLikeJava(text, '-');
        if (ends.Count != 2)
            throw Refusal.Value($"Invalid format for parameter value vlan {text} .VLAN should be specified as 'startvlan-endvlan'");
        return JavaNumber.TryRead(ends[0], out var first) && JavaNumber.TryRead(ends[1], out var last) ? new VlanSpan(first, last) : throw Refusal.Value("Please provide valid guest vlan range");
    }

    /// <summary>CS-806: neighbours of the same owner become one row, the older one.</summary>
    private static VlanDedication Merge(Call call, PhysicalNetwork network, VlanSpan span, string account)
    {
        var table = call.Cloud.Dedications;
        var before = table.Present.FirstOrDefault(d => d.PhysicalNetworkId == network.Id && d.Account == account && d.Last + 1 == span.First);
        var after = table.Present.FirstOrDefault(d => d.PhysicalNetworkId == network.Id && d.Account == account && span.Last + 1 == d.First);
        if (before is not null)
        {
            before.Last = after?.Last ?? span.Last;
            if (after is not null)
                table.Erase(after);
            return before;
        }
        if (after is not null)
        {
            after.First = span.First;
            return after;
        }
        return table.Add(new VlanDedication { PhysicalNetworkId = network.Id, First = span.First, Last = span.Last, Account = account }, call.Now);
    }
}
