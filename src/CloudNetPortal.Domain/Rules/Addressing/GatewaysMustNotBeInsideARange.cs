using CloudNetPortal.Domain.Addressing;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4002.</summary>
internal sealed class GatewaysMustNotBeInsideARange : Rule
{
    public override string Id => "CNP4002";
    public override string Title => "Gateways must not be inside a range";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Team => "network";
    public override string Why => "CloudStack would give the gateway's own address to a system VM, and everybody behind the gateway would lose it. The server refuses most of these ranges, not the one for storage.";
    public override string Rejected => "Pod 10.0.1.0/24, gateway 10.0.1.1, range 10.0.1.1–50.";
    public override string Accepted => "Range 10.0.1.2–50.";
    public override string Cure => "Cut the gateway out of the range (one click).";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Addresses;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var claim in facts.Addresses)
        {
            if (claim.Range is not { } range || claim.Subnet is { PrefixLength: 31 })
                continue;
            // Other objects of the same subnet may name another gateway; its address is taken as well.
            var gateways = facts.Addresses.Where(o => o == claim || (o.Subnet is { } other && claim.Subnet is { } own && other.Overlaps(own))).Select(o => o.Gateway).OfType<Ipv4>().Where(range.Contains).Distinct();
            foreach (var gateway in gateways)
            {
                var (before, after) = (new Ipv4Range(range.Start, gateway.Plus(-1)), new Ipv4Range(gateway.Plus(1), range.End));
                var rest = after.Count >= before.Count ? after : before;
                yield return Found($"{claim.Path}/startIp", $"The {claim.Title} contains the gateway {gateway}.") with
                {
                    Objects = [claim.Reference],
                    Subjects = [$"{claim.Path}@{gateway}"],
                    Fixes = rest.Count == 0 ? [] : [new Fix($"Cut it to {rest}", RangeEdits.Cut(claim, rest))],
                };
            }
        }
    }
}
