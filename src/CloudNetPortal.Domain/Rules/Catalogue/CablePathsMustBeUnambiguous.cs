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
    public override Reads Reads => Reads.Catalogue;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var catalogue = facts.Catalogue;
        foreach (var device in facts.Input.Catalogue.Devices)
            foreach (var rear in device.Interfaces.Where(i => i.Kind == InterfaceKind.RearPort))
            {
                var fronts = catalogue.FrontsOf(rear).ToList();
                foreach (var twins in fronts.GroupBy(f => f.RearPosition ?? 1).Where(g => g.Count() > 1))
                    yield return Found(CataloguePath.Of(device, twins.Last(), "rearPosition"), $"{device.Name}: front ports {List(twins.Select(t => t.Name))} are all at position {twins.Key} of rear port {rear.Name}.", "a") with
                    {
                        Objects = [.. twins.Select(Reference)],
                        Fixes = [new($"Number the front ports of {rear.Name} in order", Manual: string.Join("\n", fronts.Select((f, i) => $"{device.Name} {f.Name}: position {i + 1}")))],
                    };
                if (rear.Positions is { } count)
                    foreach (var front in fronts.Where(f => (f.RearPosition ?? 1) > count))
                        yield return Found(CataloguePath.Of(device, front, "rearPosition"), $"{device.Name}: front port {front.Name} is at position {front.RearPosition} of rear port {rear.Name}, which has {count}.", "a") with { Objects = [Reference(front)] };
            }
        // Both ends of a circle, and all lanes of a split, are one fault: the place where it happens names it.
        var told = new HashSet<Guid>();
        foreach (var cable in facts.Input.Catalogue.Cables)
            foreach (var start in cable.Ends.Select(e => catalogue.Port(e.InterfaceId)).OfType<Interface>().Where(p => p.Kind == InterfaceKind.Physical))
            {
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

        ObjectRef Reference(Interface port) => new("port", catalogue.NameOf(port), CataloguePath.Of(catalogue.DeviceOf(port), port));

        // One plug here, several over there, no panel between: each of those is a lane that finds its way back alone.
        bool IsBreakout(CablePath path) => path.Hops.Count == 1 && catalogue.CablesAt(path.Start.Port).FirstOrDefault() is { } cable && cable.Ends.GroupBy(e => e.Side).Any(g => g.Count() == 1);
    }
}
