using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4002.</summary>
internal sealed class GatewaysMustNotBeInsideARange : Rule
{
    public override string Id => "CNP4002";
    public override string Title => "Gateways must not be inside a range";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "the range's own gateway, which the server refuses"),
        new("b", Error, Error, Meaning: "a storage range, or the gateway another object of the subnet names: the server takes it"),
    ];
    public override string Team => "network";
    public override string Why => "CloudStack would give the gateway's own address to a system VM, and everybody behind the gateway would lose it. The server refuses most of these ranges, not the one for storage.";
    public override string Rejected => "Pod 10.0.1.0/24, gateway 10.0.1.1, range 10.0.1.1–50.";
    public override string Accepted => "Range 10.0.1.2–50.";
    public override string Cure => "Cut the gateway out of the range (one click). A subnet of two addresses (/31) has nothing else to give out: its public and guest ranges may hold the gateway, as on the server.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Addresses;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var claim in facts.Addresses)
        {
            if (claim.Range is not { } range)
                continue;
            // Other objects of the same subnet may name another gateway; its address is taken as well.
            var gateways = GatewaysIn(facts, claim).Where(o => range.Contains(o.Gateway!.Value)).GroupBy(o => o.Gateway!.Value);
            foreach (var named in gateways)
            {
                var gateway = named.Key;
                var other = named.Contains(claim) ? null : named.First();
                var (before, after) = (new Ipv4Range(range.Start, gateway.Plus(-1)), new Ipv4Range(gateway.Plus(1), range.End));
                var rest = after.Count >= before.Count ? after : before;
                yield return Found($"{claim.Path}/startIp", $"The {claim.Title} contains {(other is null ? "its" : "the")} gateway {gateway}{(other is null ? "" : $" of the {other.Title}")}.", other is null && claim.Kind != "storage" ? "a" : "b") with
                {
                    Objects = other is null ? [claim.Reference] : [claim.Reference, other.Reference],
                    Evidence = [$"{range} in {claim.Subnet}", $"gateway {gateway}"],
                    Subjects = [$"{claim.Path}@{gateway}"],
                    Fixes = rest.Count == 0 ? [] : [new Fix($"Cut it to {rest}", RangeEdits.Cut(claim, rest))],
                };
            }
        }
    }

    /// <summary>Claims whose gateway may not be in the range of a claim: its own, and those of objects in the same subnet on the same wire.</summary>
    internal static IEnumerable<AddressClaim> GatewaysIn(RuleFacts facts, AddressClaim claim) =>
        claim is { Subnet.PrefixLength: 31, Kind: not ("management" or "storage") } ? [] : facts.Addresses.Where(o => o.Gateway is not null && (o == claim || (o.Subnet is { } other && claim.Subnet is { } own && other.Overlaps(own) && !OnOtherWires(o, claim))));

    /// <summary>True for shared guest networks on different VLANs: each has its subnet for itself.</summary>
    internal static bool OnOtherWires(AddressClaim a, AddressClaim b) => a.Kind == "shared guest" && b.Kind == "shared guest" && !CellSets.SameVlan(a.VlanText, b.VlanText);
}
