using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Follows cables through patch panels. Every panel hop is a look-up; a path costs its hops.</summary>
internal static class CableTrace
{
    public static CablePath From(Interface start, CatalogueIndex catalogue)
    {
        var first = new CableHop(catalogue.DeviceOf(start), start, null);
        var hops = new List<CableHop> { first };
        var met = new HashSet<Guid> { start.Id };
        // Positions on rear ports entered from a front: a trunk of twelve fibres leaves the other panel at the same position.
        var positions = new Stack<int>();
        var at = start;
        while (true)
        {
            var cables = catalogue.CablesAt(at).ToList();
            if (cables.Count == 0)
                return Ended(at == start ? PathOutcome.NoCable : PathOutcome.OpenBehindPanel);
            var cable = cables[0];
            var side = cable.Ends.First(e => e.InterfaceId == at.Id).Side;
            var others = cable.Ends.Where(e => e.Side != side).Select(e => catalogue.Port(e.InterfaceId)).OfType<Interface>().ToList();
            if (others.Count == 0)
                return Ended(at == start ? PathOutcome.NoCable : PathOutcome.OpenBehindPanel);
            if (others.Count > 1)
                return Ended(PathOutcome.Split);
            if (!met.Add(others[0].Id))
                return Ended(PathOutcome.Loop);
            hops.Add(new CableHop(catalogue.DeviceOf(others[0]), others[0], cable));
            if (others[0].Kind is not (InterfaceKind.FrontPort or InterfaceKind.RearPort))
                return new CablePath(first, hops, hops[^1], PathOutcome.Complete);
            if (Behind(others[0], positions, catalogue) is not { } behind)
                return Ended(others[0].Kind == InterfaceKind.RearPort && catalogue.FrontsOf(others[0]).Any() ? PathOutcome.Split : PathOutcome.OpenBehindPanel);
            if (!met.Add(behind.Id))
                return Ended(PathOutcome.Loop);
            hops.Add(new CableHop(catalogue.DeviceOf(behind), behind, null));
            at = behind;
        }

        CablePath Ended(PathOutcome outcome) => new(first, hops, null, outcome);
    }

    private static Interface? Behind(Interface panelPort, Stack<int> positions, CatalogueIndex catalogue)
    {
        if (panelPort.Kind == InterfaceKind.FrontPort)
        {
            positions.Push(panelPort.RearPosition ?? 1);
            return catalogue.Port(panelPort.RearPortId);
        }
        var fronts = catalogue.FrontsOf(panelPort).ToList();
        if (positions.TryPop(out var position))
            return fronts.Find(f => (f.RearPosition ?? 1) == position);
        return fronts.Count == 1 ? fronts[0] : null;
    }
}
