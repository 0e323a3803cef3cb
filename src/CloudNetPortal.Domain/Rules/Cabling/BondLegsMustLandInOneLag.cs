using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6102.</summary>
internal sealed class BondLegsMustLandInOneLag : Rule
{
    public override string Id => "CNP6102";
    public override string Title => "Bond legs must land in one LAG";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "To the bond both legs are one link. When they end in two LAGs the switch sees two links with one address and the frames come back the wrong way; a wire of another host in the LAG breaks both.";
    public override string Rejected => "The legs of bond1 end in Po7 and Po8 of sw-a1.";
    public override string Accepted => "Both in MLAG group 7 of sw-a1 and sw-b1.";
    public override string Cure => "Move a leg, or join the ports to one LAG.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => Reads.Legs;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var bond in BondEnds.Of(facts).Where(b => b.Bond.BondMode is { } mode && BondEnds.NeedsLag(mode)))
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
                    Evidence = [.. bond.Legs.Select(l => l.Path.ToDisplay())],
                };
                continue;
            }
            foreach (var (member, other) in ends.SelectMany(l => facts.Catalogue.Members(l).Select(m => (Member: m, Other: facts.PathFrom(m).End))).Where(m => m.Other is not null && m.Other.Device != bond.Host.Device))
                yield return Found(CataloguePath.Of(facts.Catalogue.DeviceOf(member), member, "bond"), $"{facts.Catalogue.NameOf(member)} is in the LAG of {bond.Name} but is cabled to {other!.Device.Name} {other.Port.Name}.") with
                {
                    Objects = [bond.Host.Reference, new("port", facts.Catalogue.NameOf(member), CataloguePath.Of(facts.Catalogue.DeviceOf(member), member))],
                };
        }
    }
}
