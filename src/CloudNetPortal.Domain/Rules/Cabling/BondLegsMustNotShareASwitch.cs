using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6302.</summary>
internal sealed class BondLegsMustNotShareASwitch : Rule
{
    public override string Id => "CNP6302";
    public override string Title => "Bond legs must not share a switch";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice)];
    public override string Team => "network";
    public override string Why => "A bond with both legs on one switch survives a broken cable, but not the reload of that switch: the traffic of all its hosts stops together.";
    public override string Rejected => "Both legs of bond1 end on sw-a1.";
    public override string Accepted => "One leg on sw-a1, the other on sw-b1.";
    public override string Cure => "Move one leg to the other switch and join both ports to an MLAG group.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => Reads.Legs;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var group in BondEnds.Of(facts).Where(b => b.Legs.Count > 1 && b.Legs.Select(l => l.Path.End!.Device).Distinct().Count() == 1)
            .GroupBy(b => (b.Bond.Name, Switch: b.Legs[0].Path.End!.Device)))
            yield return Found(CataloguePath.Of(group.First().Host.Device!, group.First().Bond), $"All legs of {group.Key.Name} of {List(group.Select(b => b.Host.Name))} end on {group.Key.Switch.Name}: when it reloads, {List(group.SelectMany(b => b.Legs).SelectMany(l => l.Uses).Select(u => u.Cell.Traffic.Type))} stop{(group.Count() == 1 ? " on this host" : " on all of them")}.") with
            {
                Objects = [.. group.Select(b => b.Host.Reference), new("switch", group.Key.Switch.Name, CataloguePath.Of(group.Key.Switch))],
                Subjects = [.. group.Select(b => $"bond:{b.Bond.Id}")],
            };
    }
}
