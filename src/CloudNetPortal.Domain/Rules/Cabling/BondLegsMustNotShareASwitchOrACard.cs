using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6302.</summary>
internal sealed class BondLegsMustNotShareASwitchOrACard : Rule
{
    public override string Id => "CNP6302";
    public override string Title => "Bond legs must not share a switch or a card";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice, Meaning: "one switch"), new("b", Advice, Off, Meaning: "one NIC card, where the names of the NICs tell")];
    public override string Team => "network";
    public override string Why => "A bond with both legs on one switch survives a broken cable, but not the reload of that switch: the traffic of all its hosts stops together. With both legs on one NIC card it does not survive that card either; NICs of the board (eno1, em1) count as one card.";
    public override string Rejected => "Both legs of bond1 end on sw-a1.";
    public override string Accepted => "One leg on sw-a1, the other on sw-b1; one on the board, the other on a card.";
    public override string Cure => "Move one leg to the other switch and join both ports to an MLAG group; take a NIC of another card.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => Reads.Legs & ~(Reads.PortMtu | Reads.PortVlans | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var group in facts.Bonds.Where(b => b.Legs.Count > 1 && b.Legs.Select(l => l.Path.End!.Device).Distinct().Count() == 1)
            .GroupBy(b => (b.Bond.Name, Switch: b.Legs[0].Path.End!.Device)))
            yield return Found(CataloguePath.Of(group.First().Host.Device!, group.First().Bond), $"All legs of {group.Key.Name} of {List(group.Select(b => b.Host.Name))} end on {group.Key.Switch.Name}: when it reloads, {List(group.SelectMany(b => b.Legs).SelectMany(l => l.Uses).Select(u => u.Cell.Traffic.Type))} stop{(group.Count() == 1 ? " on this host" : " on all of them")}.") with
            {
                Objects = [.. group.Select(b => b.Host.Reference), new("switch", group.Key.Switch.Name, CataloguePath.Of(group.Key.Switch))],
                Subjects = [.. group.Select(b => $"bond:{b.Bond.Id}")],
                Fixes = [.. Fix.Choose("Choose another switch for one leg", Others(facts, [.. group]))],
            };
        var cards = facts.Legs.Where(l => l.Uplink.Kind == InterfaceKind.Bond).GroupBy(l => l.Uplink.Id).Where(g => g.Count() > 1)
            .Select(g => (Legs: g.ToList(), Cards: g.Select(l => facts.Shared.NicCardOf(l.Port.Name)).Distinct().ToList())).Where(b => b.Cards is [not null]);
        foreach (var group in cards.GroupBy(b => (b.Legs[0].Uplink.Name, Card: b.Cards[0])))
        {
            var hosts = group.Select(b => b.Legs[0].Host).Distinct().ToList();
            yield return Found(CataloguePath.Of(hosts[0].Device!, group.First().Legs[0].Uplink), $"All legs of {group.Key.Name} of {List(hosts.Select(h => h.Name))} are ports of {(group.Key.Card == "the board" ? group.Key.Card : $"one card ({group.Key.Card})")}: {List(group.First().Legs.Select(l => l.Port.Name))}.", "b") with
            {
                Objects = [.. hosts.Select(h => h.Reference)],
            };
        }
    }

    // The last leg of each bond, into free ports of one other switch that hosts of the zone end on.
    private static IEnumerable<Fix> Others(RuleFacts facts, List<BondEnds> bonds)
    {
        var here = bonds[0].Legs[0].Path.End!.Device;
        foreach (var other in facts.Legs.Select(l => l.Path.End?.Device).OfType<Domain.Catalogue.Devices.Device>().Where(d => d != here && SwitchFabric.Forwards(d)).Distinct())
        {
            var legs = bonds.Select(b => b.Legs[^1]).Where(l => l.Path.End?.Cable is { } cable && cable.Ends.Exists(e => e.InterfaceId == l.Path.End.Port.Id)).ToList();
            var free = FreePorts.On(facts, other, legs.FirstOrDefault()?.Port.SpeedMbps).Take(legs.Count).ToList();
            if (legs.Count == bonds.Count && free.Count == legs.Count)
                yield return new Fix($"{other.Name}", CatalogueEdits: [.. legs.Zip(free, (leg, port) => new CatalogueEdit.MoveCable(leg.Path.End!.Device.Name, leg.Path.End.Port.Name, leg.Path.End.Cable!.Id, leg.Path.End.Cable.Label ?? "without label", other.Name, port.Name))]) { Note = $"{Count(legs.Count, "cable")} to move; {List(free.Select(p => p.Name))} {(free.Count == 1 ? "is" : "are")} free" };
        }
    }
}
