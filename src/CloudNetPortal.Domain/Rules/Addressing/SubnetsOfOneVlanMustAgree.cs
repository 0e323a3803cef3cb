using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4006.</summary>
internal sealed class SubnetsOfOneVlanMustAgree : Rule
{
    public override string Id => "CNP4006";
    public override string Title => "Subnets of one VLAN must agree";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "one VLAN, gateway or netmask differ"),
        new("b", Error, Error, RefusedByServer: true, Meaning: "different VLANs, one subnet"),
    ];
    public override string Team => "network";
    public override string Why => "A subnet has one gateway and one netmask. CloudStack compares every public range with all others of the zone: on the same VLAN, or when one is untagged, both have to agree; on different VLANs the subnets may not overlap when either is public.";
    public override string Rejected => "203.0.113.10–50/24 and 203.0.113.60–90/25, both public on VLAN 50.";
    public override string Accepted => "The second one with /24 and the same gateway.";
    public override string Cure => "Copy gateway and netmask of the other range (one click), or give one of them its own subnet. A guest network of a design has one range; the guest ranges of the pods of a basic zone are ranges of one network.";
    public override RuleOrigins Origins => RuleOrigins.Server;
    public override Reads Reads => Reads.Addresses | Reads.Kind | Reads.Networks | Reads.Labels | Reads.GuestVlans;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        // Sorted by subnet, only those that still run can overlap.
        var running = new List<(AddressClaim Claim, Ipv4Subnet Subnet)>();
        var claims = facts.Addresses.Where(a => a.Kind is "public" or "shared guest" or "guest" && a.Subnet is not null).Select(a => (Claim: a, Subnet: a.Subnet!.Value)).OrderBy(a => a.Subnet.Network).ThenByDescending(a => a.Subnet.Network.Value | (uint)a.Subnet.PrefixLength);
        foreach (var (claim, subnet) in claims)
        {
            running.RemoveAll(r => r.Subnet.Broadcast < subnet.Network);
            foreach (var (other, theirs) in running)
            {
                var sameWire = CellSets.IsUntagged(claim.VlanText) || CellSets.IsUntagged(other.VlanText) || CellSets.SameVlan(claim.VlanText, other.VlanText);
                if (sameWire && (claim.GatewayText, claim.NetmaskText) != (other.GatewayText, other.NetmaskText))
                    yield return Found($"{claim.Path}/gateway", $"The {claim.Title} has gateway {claim.GatewayText} and netmask {claim.NetmaskText}, the {other.Title} on the same wire gateway {other.GatewayText} and netmask {other.NetmaskText}.", "a") with
                    {
                        Objects = [claim.Reference, other.Reference], Evidence = [$"{subnet}", $"{theirs}"],
                        Fixes = [Copy(claim, other), Copy(other, claim)],
                    };
                else if (!sameWire && (claim.Kind == "public" || other.Kind == "public"))
                    yield return Found($"{claim.Path}/gateway", $"The {claim.Title} (VLAN {claim.VlanText}) and the {other.Title} (VLAN {other.VlanText}) lie in overlapping subnets {subnet} and {theirs} on different VLANs.", "b") with
                    {
                        Objects = [claim.Reference, other.Reference], Fixes = [Set($"Put the {claim.Kind} range on VLAN {other.VlanText}", $"{claim.Path}/vlan", claim.VlanText, other.VlanText)],
                    };
            }
            running.Add((claim, subnet));
        }
    }

    private static Fix Copy(AddressClaim to, AddressClaim from) => new($"Use {from.GatewayText}, {from.NetmaskText} for the {to.Title}",
        [.. new[] { ("gateway", to.GatewayText, from.GatewayText), ("netmask", to.NetmaskText, from.NetmaskText) }.Where(f => f.Item2 != f.Item3).Select(f => FieldEdit.Text($"{to.Path}/{f.Item1}", f.Item2, f.Item3))]);
}
