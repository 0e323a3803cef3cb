using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6102.</summary>
internal sealed class BondLegsMustLandInOneLag : Rule
{
    public override string Id => "CNP6102";
    public override string Title => "Bond legs must land in one LAG";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("", Error, Warning),
        new("b", Error, Warning, Meaning: "the two switches of an MLAG group have no documented link between them"),
        new("c", Advice, Advice, Meaning: "the switches of an MLAG group take different numbers of legs"),
        new("d", Error, Warning, Meaning: "the LAG has members that are no legs of the bond"),
    ];
    public override string Team => "network";
    public override string Why => "To the bond both legs are one link. When they end in two LAGs the switch sees two links with one address and the frames come back the wrong way; a wire of another host in the LAG breaks both.";
    public override string Rejected => "The legs of bond1 end in Po7 and Po8 of sw-a1.";
    public override string Accepted => "Both in MLAG group 7 of sw-a1 and sw-b1.";
    public override string Cure => "Move a leg, or join the ports to one LAG.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => Reads.Legs & ~(Reads.PortMtu | Reads.PortVlans | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var bond in facts.Bonds.Where(b => b.Bond.BondMode is { } mode && BondEnds.NeedsLag(mode)))
        {
            var lags = bond.Legs.Select(l => (Leg: l, Lag: facts.Catalogue.Port(l.Path.End!.Port.BondId))).Where(l => l.Lag is not null).ToList();
            var ends = lags.Select(l => l.Lag!).DistinctBy(l => l.Id).ToList();
            var oneGroup = ends.TrueForAll(l => l.MlagGroup is not null) && ends.Select(l => l.MlagGroup).Distinct().Count() == 1 && ends.Select(l => l.DeviceId).Distinct().Count() == ends.Count;
            if (ends.Count > 1 && !oneGroup)
            {
                yield return Found(CataloguePath.Of(bond.Host.Device!, bond.Bond), $"The legs of {bond.Name} end in different LAGs: {List(ends.Select(facts.Catalogue.NameOf))}.") with
                {
                    Objects = [bond.Host.Reference, .. ends.Select(l => new ObjectRef("port", facts.Catalogue.NameOf(l), CataloguePath.Of(facts.Catalogue.DeviceOf(l), l)))],
                    Subjects = [.. lags.Select(l => l.Leg.Subject)],
                    Like = $"{bond.Bond.Name} {ends.Count} LAGs",
                    Evidence = [.. bond.Legs.Select(l => l.Path.ToDisplay())],
                    Fixes = [.. OneSwitch(facts, bond, ends)],
                };
                continue;
            }
            // The documentation says one LAG; what was seen says two.
            foreach (var leg in bond.Legs.Where(l => l.Port.MemberState == MemberState.OtherAggregator && BondEnds.IsAlive(l)))
                yield return Found(CataloguePath.Of(bond.Host.Device!, leg.Port, "memberState"), $"{bond.Host.Name} {leg.Port.Name} was answered by another LAG than the rest of {bond.Bond.Name} when {bond.Host.Name} was read: its wire does not end where {leg.Path.ToDisplay()} says, or the switch has the port in another LAG.") with
                {
                    Objects = [bond.Host.Reference, new("port", facts.Catalogue.NameOf(leg.Port), CataloguePath.Of(bond.Host.Device!, leg.Port))],
                    Subjects = [leg.Subject],
                    Evidence = [leg.Path.ToDisplay()],
                };
            foreach (var finding in Group(facts, bond, ends))
                yield return finding;
            var idle = ends.SelectMany(facts.Catalogue.Members).Where(m => !facts.Catalogue.CablesAt(m).Any()).ToList();
            if (idle.Count > 0)
                yield return Found(CataloguePath.Of(facts.Catalogue.DeviceOf(idle[0]), idle[0], "bond"), $"The LAG of {bond.Name} has {Count(ends.Sum(l => facts.Catalogue.Members(l).Count), "member")}, the bond {Count(bond.Legs.Count, "leg")}: no cable of {bond.Host.Name} is documented in {List(idle.Select(facts.Catalogue.NameOf))}.", "d") with
                {
                    Objects = [bond.Host.Reference, .. idle.Select(m => new ObjectRef("port", facts.Catalogue.NameOf(m), CataloguePath.Of(facts.Catalogue.DeviceOf(m), m)))],
                    Like = $"{bond.Bond.Name} {idle.Count}",
                    Evidence = [.. bond.Legs.Select(l => l.Path.ToDisplay())],
                };
            foreach (var (member, other) in ends.SelectMany(l => facts.Catalogue.Members(l).Select(m => (Member: m, Other: facts.PathFrom(m).End))).Where(m => m.Other is not null && m.Other.Device != bond.Host.Device))
                yield return Found(CataloguePath.Of(facts.Catalogue.DeviceOf(member), member, "bond"), $"{facts.Catalogue.NameOf(member)} is in the LAG of {bond.Name} but is cabled to {other!.Device.Name} {other.Port.Name}.") with
                {
                    Fixes = [new($"Document {facts.Catalogue.NameOf(member)} without LAG", CatalogueEdits: [new CatalogueEdit.JoinLag(facts.Catalogue.DeviceOf(member).Name, member.Name, null, BondMode.Lacp)])],
                    Objects = [bond.Host.Reference, new("port", facts.Catalogue.NameOf(member), CataloguePath.Of(facts.Catalogue.DeviceOf(member), member))],
                };
        }
    }

    // Both switches of a group need a link between them; where no link of a switch is documented, nothing is said.
    private IEnumerable<Finding> Group(RuleFacts facts, BondEnds bond, List<Interface> ends)
    {
        if (ends.Count < 2)
            yield break;
        var switches = ends.Select(facts.Catalogue.DeviceOf).ToList();
        if (!switches.Exists(facts.Fabric.Undocumented.Contains) && !facts.Fabric.HasLinkAmong(switches))
            yield return Found(CataloguePath.Of(switches[0], ends[0]), $"MLAG group {ends[0].MlagGroup} spans {List(switches.Select(s => s.Name))}, which have no documented link to each other.", "b") with
            {
                Objects = [.. switches.Select(s => new ObjectRef("switch", s.Name, CataloguePath.Of(s)))],
                Fixes = [new("Document the peer link", Manual: $"Document the cables of the peer link between {List(switches.Select(s => s.Name))}, or lay one.")],
            };
        var legs = bond.Legs.CountBy(l => l.Path.End!.Device.Name).ToList();
        if (legs.Select(l => l.Value).Distinct().Count() > 1)
            yield return Found(CataloguePath.Of(bond.Host.Device!, bond.Bond), $"{bond.Name} has {List(legs.Select(l => $"{Count(l.Value, "leg")} on {l.Key}"))}: when the fuller switch fails, more than half of its throughput goes.", "c") with { Objects = [bond.Host.Reference] };
    }

    // On one switch the legs can share either LAG; over two switches somebody has to set up a group.
    private static IEnumerable<Fix> OneSwitch(RuleFacts facts, BondEnds bond, List<Interface> ends) => ends.Select(e => e.DeviceId).Distinct().Count() > 1
        ? [new Fix("Set up a group", Manual: $"Put {List(ends.Select(facts.Catalogue.NameOf))} into one MLAG group (vPC, MC-LAG) of both switches, and document the group at both LAGs.")]
        : Fix.Choose("Choose the LAG for all legs", ends.Select(lag => new Fix($"{lag.Name}", CatalogueEdits:
            [.. bond.Legs.Where(l => l.Path.End!.Port.BondId != lag.Id).Select(l => new CatalogueEdit.JoinLag(l.Path.End!.Device.Name, l.Path.End.Port.Name, lag.Name, lag.BondMode ?? BondMode.Lacp))])));
}
