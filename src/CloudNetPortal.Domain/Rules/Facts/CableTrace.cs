using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Follows cables through patch panels. Every panel hop is a look-up; a path costs its hops.</summary>
internal static class CableTrace
{
    public static CablePath From(Interface start, CatalogueIndex catalogue)
    {
        var first = new CableHop(catalogue.DeviceOf(start), start, null);
        var hops = new List<CableHop>(4) { first };
        // Positions on rear ports entered from a front: a trunk of twelve fibres leaves the other panel at the same position.
        Stack<int>? positions = null;
        var at = start;
        while (true)
        {
            var cables = catalogue.CablesAt(at);
            var others = cables.Count == 0 ? 0 : Opposite(cables[0], at, catalogue, out at);
            if (others == 0)
                return Ended(hops.Count == 1 ? PathOutcome.NoCable : PathOutcome.OpenBehindPanel);
            if (others > 1)
                return Ended(PathOutcome.Split);
            if (Met(at))
                return Ended(PathOutcome.Loop);
            hops.Add(new CableHop(catalogue.DeviceOf(at), at, cables[0]));
            if (at.Kind is not (InterfaceKind.FrontPort or InterfaceKind.RearPort))
                return new CablePath(first, hops, hops[^1], PathOutcome.Complete);
            if (Behind(at, ref positions, catalogue) is not { } behind)
                return Ended(at.Kind == InterfaceKind.RearPort && catalogue.FrontsOf(at).Count > 0 ? PathOutcome.Split : PathOutcome.OpenBehindPanel);
            if (Met(behind))
                return Ended(PathOutcome.Loop);
            hops.Add(new CableHop(catalogue.DeviceOf(behind), behind, null));
            at = behind;
        }

        bool Met(Interface port)
        {
            foreach (var hop in hops)
                if (hop.Port.Id == port.Id)
                    return true;
            return false;
        }

        CablePath Ended(PathOutcome outcome) => new(first, hops, null, outcome);
    }

    // How many documented ports are at the other side of a cable, and the first of them.
    private static int Opposite(Cable cable, Interface at, CatalogueIndex catalogue, out Interface other)
    {
        CableEnd? here = null;
        foreach (var end in cable.Ends)
            if (end.InterfaceId == at.Id)
                here ??= end;
        var found = 0;
        other = at;
        foreach (var end in cable.Ends)
            if (end.Side != here!.Side && catalogue.Port(end.InterfaceId) is { } port && ++found == 1)
                other = port;
        return found;
    }

    private static Interface? Behind(Interface panelPort, ref Stack<int>? positions, CatalogueIndex catalogue)
    {
        if (panelPort.Kind == InterfaceKind.FrontPort)
        {
            (positions ??= []).Push(panelPort.RearPosition ?? 1);
            return catalogue.Port(panelPort.RearPortId);
        }
        var fronts = catalogue.FrontsOf(panelPort);
        if (positions is { Count: > 0 })
        {
            var position = positions.Pop();
            return fronts.FirstOrDefault(f => (f.RearPosition ?? 1) == position);
        }
        return fronts.Count == 1 ? fronts[0] : null;
    }
}
