using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4009.</summary>
internal sealed class ZonesMustNotReuseAddresses : Rule
{
    public override string Id => "CNP4009";
    public override string Title => "Zones must not reuse addresses";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "CloudStack compares ranges inside a zone only. Two zones of one cloud that hand out the same addresses in one routing table give them to two machines.";
    public override string Rejected => "ams1 public .10–.50 and ams2 public .40–.90 in one subnet.";
    public override string Accepted => "ams1 .10–.50, ams2 .51–.90; or two subnets documented in different VRFs.";
    public override string Cure => "Cut one of the ranges (one click here), or document the VRFs of the subnets. Other zones are the designs submitted for the same cloud. A range in a subnet nobody documented counts as the global routing table; where several tables have its subnet, VLAN and gateway say which one is meant.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.HostFacts | Reads.Addresses | Reads.Zone | Reads.Storage | Reads.OtherZones;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var theirs = facts.Input.OtherZones.SelectMany(z => AddressLedger.Of(z).Where(a => a.Range is not null).Select(a => (Zone: z.Name, Claim: a))).OrderBy(a => a.Claim.Range!.Value.Start).ToList();
        var (next, running) = (0, new List<(string Zone, AddressClaim Claim)>());
        foreach (var claim in facts.Addresses.Where(a => a.Range is not null).OrderBy(a => a.Range!.Value.Start))
        {
            var range = claim.Range!.Value;
            while (next < theirs.Count && theirs[next].Claim.Range!.Value.Start <= range.End)
                running.Add(theirs[next++]);
            running.RemoveAll(r => r.Claim.Range!.Value.End < range.Start);
            foreach (var (zone, other) in running)
            {
                if (range.Intersect(other.Range!.Value) is not { } shared || Vrf(facts, claim) != Vrf(facts, other))
                    continue;
                Ipv4Range[] rests = [range with { Start = shared.End.Plus(1) }, range with { End = shared.Start.Plus(-1) }];
                yield return Found($"{claim.Path}/startIp", $"The {claim.Title} and the {other.Title} in zone {zone} share {shared}.") with
                {
                    Objects = [claim.Reference, new("zone", zone)], Evidence = [$"{range} here", $"{other.Range} in {zone}", $"both: {shared}"],
                    Fixes = [.. rests.Where(r => r.Start > range.Start ? r.Start <= range.End && shared.End < range.End : shared.Start > range.Start).Take(1).Select(r => new Fix($"Cut it to {r}", RangeEdits.Cut(claim, r)))],
                };
            }
        }
    }

    private static string? Vrf(RuleFacts facts, AddressClaim claim) => DocumentedPrefix.Of(facts, claim)?.Vrf;
}
