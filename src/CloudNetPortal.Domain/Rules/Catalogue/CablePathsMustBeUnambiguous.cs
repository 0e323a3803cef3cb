using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Catalogue;

/// <summary>CNP0105.</summary>
internal sealed class CablePathsMustBeUnambiguous : Rule
{
    public override string Id => "CNP0105";
    public override string Title => "Cable paths must be unambiguous";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, Meaning: "positions of a panel"),
        new("b", Error, Error, Meaning: "a path that splits or runs in a circle"),
    ];
    public override string Team => "network";
    public override string Why => "The portal follows a wire from the NIC through every patch panel to the switch port. Where two front ports share one position of a rear port, or a path comes back to itself, nobody can say which switch port a host hangs on.";
    public override string Rejected => "pp-a3: front ports 14 and 15 both at position 14 of rear port R1.";
    public override string Accepted => "Front 14 at position 14, front 15 at position 15; a breakout cable from one switch port to four NICs.";
    public override string Cure => "Give each front port a position of its own, counted from 1 in order. A breakout cable (one plug on one side, several on the other) is one path for each plug. An open end is no matter of this rule but of CNP6001.";
    public override RuleOrigins Origins => RuleOrigins.Catalogue;
    public override Reads Reads => Reads.Catalogue & ~(Reads.PortMtu | Reads.PortVlans | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var catalogue = facts.Catalogue;
        foreach (var device in facts.Input.Catalogue.Devices)
            foreach (var rear in device.Interfaces.Where(i => i.Kind == InterfaceKind.RearPort))
            {
                var fronts = catalogue.FrontsOf(rear);
                foreach (var twins in fronts.Count < 2 ? [] : fronts.GroupBy(f => f.RearPosition ?? 1).Where(g => g.Count() > 1))
                    yield return Found(CataloguePath.Of(device, twins.Last(), "rearPosition"), $"{device.Name}: front ports {List(twins.Select(t => t.Name))} are all at position {twins.Key} of rear port {rear.Name}.", "a") with
                    {
                        Objects = [.. twins.Select(Reference)],
                        Fixes = [.. Fix.Choose($"Renumber the front ports of {rear.Name}",
                        [
                            new Fix("In the order of the ports", CatalogueEdits: [.. InOrder(fronts).Index().Where(f => f.Item.RearPosition != f.Index + 1).Select(f => new CatalogueEdit.SetPortField(device.Name, f.Item.Name, "rearPosition", $"{f.Index + 1}"))]),
                            .. Gaps(fronts, rear, twins.Last()).Select(gap => new Fix($"Only {twins.Last().Name}, to position {gap}", CatalogueEdits: [new CatalogueEdit.SetPortField(device.Name, twins.Last().Name, "rearPosition", $"{gap}")])),
                        ])],
                    };
                foreach (var front in fronts.Where(f => (f.RearPosition ?? 1) < 1 || (f.RearPosition ?? 1) > (rear.Positions ?? int.MaxValue)))
                    yield return Found(CataloguePath.Of(device, front, "rearPosition"), $"{device.Name}: front port {front.Name} is at position {front.RearPosition} of rear port {rear.Name}, which has {(rear.Positions is { } count ? $"{count}" : "positions from 1 on")}.", "a") with { Objects = [Reference(front)] };
            }
        foreach (var device in facts.Input.Catalogue.Devices)
        {
            // What nothing is plugged into may wait.
            var lost = device.Interfaces.Where(i => i.Kind == InterfaceKind.FrontPort && catalogue.CablesAt(i).Any() && (catalogue.Port(i.RearPortId) is not { Kind: InterfaceKind.RearPort } rear || catalogue.DeviceOf(rear) != device)).ToList();
            if (lost.Count > 0)
                yield return Found(CataloguePath.Of(device, lost[0], "rearPosition"), $"{device.Name}: front port{(lost.Count == 1 ? "" : "s")} {List(lost.Select(l => l.Name))} {(lost.Count == 1 ? "leads" : "lead")} to no rear port of the panel, so {(lost.Count == 1 ? "its cable goes" : "their cables go")} nowhere.", "a") with { Objects = [.. lost.Select(Reference)] };
        }
        // Both ends of a circle, and all lanes of a split, are one fault: the place where it happens names it.
        var told = new HashSet<Guid>();
        foreach (var cable in facts.Input.Catalogue.Cables)
            foreach (var end in cable.Ends)
            {
                if (catalogue.Port(end.InterfaceId) is not { Kind: InterfaceKind.Physical } start)
                    continue;
                var path = facts.PathFrom(start);
                if (path.Outcome is not (PathOutcome.Split or PathOutcome.Loop) || path.Outcome == PathOutcome.Split && IsBreakout(path))
                    continue;
                if (path.Hops.Select(h => h.Port.Id).ToList() is var passed && passed.Exists(p => !told.Add(p)))
                    continue;
                yield return Found(CataloguePath.Of(catalogue.DeviceOf(start), start, "cable"), path.Outcome == PathOutcome.Loop
                    ? $"The path from {catalogue.NameOf(start)} comes back to itself: {path.ToDisplay()}."
                    : $"The path from {catalogue.NameOf(start)} splits, and nothing says which way is meant: {path.ToDisplay()}.", "b") with
                {
                    Objects = [.. path.Hops.Select(h => Reference(h.Port))], Evidence = [path.ToDisplay()],
                };
            }

        static IEnumerable<Interface> InOrder(IEnumerable<Interface> fronts) => fronts.OrderBy(f => f.Name.Length).ThenBy(f => f.Name, StringComparer.Ordinal);

        // Free positions of the rear port, the first three.
        static IEnumerable<int> Gaps(IReadOnlyList<Interface> fronts, Interface rear, Interface moved) => Enumerable.Range(1, rear.Positions ?? fronts.Count).Except(fronts.Where(f => f != moved).Select(f => f.RearPosition ?? 1)).Take(3);

        ObjectRef Reference(Interface port) => new("port", catalogue.NameOf(port), CataloguePath.Of(catalogue.DeviceOf(port), port));

        // One plug on the near side, several on the far one, and each of those finds its way back alone: lanes, also behind a panel.
        bool IsBreakout(CablePath path)
        {
            var (at, start) = (path.Hops[^1].Port, path.Start.Port);
            if (catalogue.CablesAt(at) is not [var cable, ..] || cable.Ends.Count(e => e.Side == cable.Ends.First(n => n.InterfaceId == at.Id).Side) != 1)
                return false;
            var lanes = cable.Ends.Where(e => e.InterfaceId != at.Id).Select(e => catalogue.Port(e.InterfaceId)).OfType<Interface>().ToList();
            return path.Hops.Count == 1 || lanes.TrueForAll(l => l.Kind == InterfaceKind.Physical && facts.PathFrom(l).End?.Port == start);
        }
    }
}
