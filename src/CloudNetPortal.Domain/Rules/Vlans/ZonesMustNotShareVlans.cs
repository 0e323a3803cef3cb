using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using static CloudNetPortal.Domain.Rules.Facts.VlanPurpose;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5007.</summary>
internal sealed class ZonesMustNotShareVlans : Rule
{
    public override string Id => "CNP5007";
    public override string Title => "Zones must not share VLANs";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "CloudStack gives out VLANs per physical network and never compares zones. When the switches of two zones are joined, a tenant of one zone gets the VLAN of a tenant, or of the storage, of the other. Two public ranges of one subnet with different addresses may share a VLAN, and so may management and storage.";
    public override string Rejected => "Guest VLANs 500–599 in ams1, 590–650 in ams2, on joined switches.";
    public override string Accepted => "600–650 in ams2; public VLAN 50 in both with .10–.50 and .51–.90 of one subnet.";
    public override string Cure => "Cut one of the sets (one click for this zone).";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Legs | Reads.Tagged | Reads.Addresses | Reads.OtherZones | FreeVlans.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var other in facts.OtherZones)
        {
            var unknown = new List<(VlanClaim Mine, VlanClaim Theirs)>();
            foreach (var mine in facts.Vlans)
                foreach (var theirs in other.Vlans.Where(t => t.Vlans.Overlaps(mine.Vlans) && Collide(facts, mine, other, t)))
                {
                    var shared = mine.OnOneWireWith(facts, theirs, other);
                    if (!shared.IsEmpty)
                    {
                        var rest = mine.Vlans.Except(shared);
                        yield return Found(mine.Path, $"VLAN{(shared.Count > 1 ? "s" : "")} {shared.ToDisplay()} of {mine.Title} {(shared.Count > 1 ? "are" : "is")} also in {theirs.Title} of zone {other.Design.Name}, and the switches of both are joined.") with
                        {
                            Objects = [new("vlan", shared.ToDisplay(), mine.Path), new("zone", other.Design.Name)],
                            Evidence = [$"{mine.Title}: {mine.Vlans.ToDisplay()}", $"{theirs.Title} of {other.Design.Name}: {theirs.Vlans.ToDisplay()}"],
                            Fixes = mine is not { Purpose: GuestPool, Network: { } network } ? [] : [.. Fix.Choose("Choose other VLANs",
                            [
                                .. rest.IsEmpty ? [] : new[] { Set($"Leave {rest.ToDisplay()} to {network.Name}", mine.Path, network.GuestVlans, rest.ToString()) with { Note = $"{rest.Count} VLANs stay" } },
                                .. FreeVlans.Block(FreeVlans.Of(facts), (int)shared.Count) is { } block ? new[] { Set($"{block.ToDisplay()} in place of {shared.ToDisplay()}", mine.Path, network.GuestVlans, rest.Union(block).ToString()) with { Note = "nobody has them; the switch ports have to carry them as well" } } : [],
                                FreeVlans.Own(network, mine.Path),
                            ])],
                        };
                    }
                    else if (!mine.HasEnds(facts) || !theirs.HasEnds(other))
                        unknown.Add((mine, theirs));
                }
            if (unknown.Count > 0)
                yield return Unverified(unknown[0].Mine.Path, $"{List(unknown.Select(u => u.Mine.Title))} and zone {other.Design.Name} both use VLANs {unknown.Select(u => u.Mine.Vlans.Intersect(u.Theirs.Vlans)).Aggregate((a, b) => a.Union(b)).ToDisplay()}; whether their switches are joined is not known, because the cabling of the hosts is not documented.");
        }
    }

    private static bool Collide(RuleFacts facts, VlanClaim mine, RuleFacts other, VlanClaim theirs)
    {
        if (mine.Purpose is GuestPool or GuestNetwork || theirs.Purpose is GuestPool or GuestNetwork)
            return true;
        if ((mine.Purpose, theirs.Purpose) is (Public, Public))
            return On(facts, mine).Any(a => On(other, theirs).Any(b => a.Subnet is null || a.Subnet != b.Subnet || a.Gateway != b.Gateway || a.Range is not { } range || b.Range is not { } taken || range.Overlaps(taken)));
        return mine.Purpose == Public || theirs.Purpose == Public;
    }

    private static IEnumerable<AddressClaim> On(RuleFacts facts, VlanClaim claim) => facts.Addresses.Where(a => a.Kind == "public" && CellSets.VlanOf(a.VlanText) is { } id && claim.Vlans.Contains(id));
}
