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
        if (span.First > span.Last || !network.Vlans.Exists(v => v.Contains(span.First) && v.Contains(span.Last)))
            throw Refusal.Value($"Unable to find guest vlan by range {text}"); // CS-804
        // CS-805: compared over all zones.
        if (cloud.Dedications.Present.Any(d => d.First <= span.Last && span.First <= d.Last))
            throw Refusal.Value($"Vlan range is already dedicated. Cannot dedicate guest vlan range {text}");
        var dedication = Merge(call, network, span, account);
        cloud.Log("GUESTVLANRANGE.DEDICATE", $"Successfully completed dedicating guest vlan range {text}", dedication, call.Now);
        return Json.Of(("dedicatedguestvlanrange", RangeAnswer.Of(cloud, dedication)));
    }

    /// <summary>CS-802.</summary>
    private static string Owner(Call call)
    {
        if (call.Filled("account") is { } account)
            return call.Cloud.Accounts.Any(a => a.Text("name") == account) ? account : throw Refusal.Value($"Unable to find account by name {account}");
        return FreshCloud.Admin.Text("name")!;
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
