using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>The documented way of a wire from one port through any patch panels to the port at its other end.</summary>
/// <param name="Start">Where it starts, normally a NIC of a host.</param>
/// <param name="Hops">Ports passed, in order, the start first.</param>
/// <param name="End">The active port it ends on, or null.</param>
/// <param name="Outcome">Whether it ends, and if not why.</param>
public sealed record CablePath(CableHop Start, IReadOnlyList<CableHop> Hops, CableHop? End, PathOutcome Outcome)
{
    /// <summary>True when it ends on an active port.</summary>
    public bool IsComplete => Outcome == PathOutcome.Complete;

    /// <summary>Cables passed.</summary>
    public IEnumerable<Cable> Cables => Hops.Select(h => h.Cable).OfType<Cable>().Distinct();

    /// <summary>For people: <c>kvm-07 eno2 → pp-a3:14 → sw-b1 Eth1/7</c>; an open path ends with “nothing”.</summary>
    public string ToDisplay()
    {
        // A panel is one place for people: of its front and rear port the first one met names it.
        var places = new List<string>();
        Device? panel = null;
        foreach (var hop in Hops)
        {
            var isPanel = hop.Port.Kind is InterfaceKind.FrontPort or InterfaceKind.RearPort;
            if (isPanel && hop.Device == panel)
                continue;
            panel = isPanel ? hop.Device : null;
            places.Add(isPanel ? $"{hop.Device.Name}:{hop.Port.Name}" : $"{hop.Device.Name} {hop.Port.Name}");
        }
        if (!IsComplete)
            places.Add(Outcome switch { PathOutcome.Split => "a split without lanes", PathOutcome.Loop => "itself again", _ => "nothing" });
        return string.Join(" → ", places);
    }
}

/// <summary>One port on a path.</summary>
/// <param name="Device">Its device.</param>
/// <param name="Port">The port.</param>
/// <param name="Cable">The cable by which it was reached; null for the start and inside a panel.</param>
public sealed record CableHop(Device Device, Interface Port, Cable? Cable);

/// <summary>How a cable path ends.</summary>
public enum PathOutcome
{
    /// <summary>On an active port.</summary>
    Complete,
    /// <summary>There is no cable in the first port.</summary>
    NoCable,
    /// <summary>It enters a panel and does not come out.</summary>
    OpenBehindPanel,
    /// <summary>It splits and nothing says which lane is meant.</summary>
    Split,
    /// <summary>It meets a port twice.</summary>
    Loop,
}
