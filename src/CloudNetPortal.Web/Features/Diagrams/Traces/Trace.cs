using CloudNetPortal.Web.Shared;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Web.Features.Diagrams.Hosts;

namespace CloudNetPortal.Web.Features.Diagrams.Traces;

/// <summary>
/// The whole way of one port: from the traffic types and labels of the host through bond and NIC, cable by cable, to the switch port. Where the port is a leg
/// of a bond, the other legs as well. Wherever one starts, the same way is told.
/// </summary>
public sealed record Trace(string Title, string? Host, string? Bond, IReadOnlyList<TraceUse> Uses, IReadOnlyList<TraceLeg> Legs)
{
    /// <summary>The trace of a port; <paramref name="designOf"/> gives the design of the zone that uses a host, or null.</summary>
    public static Trace From(Interface start, CatalogueSnapshot catalogue, Func<Device, ZoneDesign?> designOf)
    {
        var facts = new RuleFacts(new ZoneDesign(), catalogue);
        var device = facts.Catalogue.DeviceOf(start);
        var legs = LegsOf(start, device, facts);
        var host = facts.Catalogue.DeviceOf(legs[0]);
        var bond = facts.Catalogue.Port(legs[0].BondId);
        var uses = new List<TraceUse>();
        if (host.LogicalHost is not null && designOf(host) is { } design)
        {
            var zone = new RuleFacts(design, catalogue);
            if (zone.Hosts.FirstOrDefault(h => h.Device == host) is { } hostFacts)
                uses.AddRange(LabelUse.Of(zone, hostFacts).Where(u => u.Unused is null && u.Found?.Legs.Any(l => l.Id == legs[0].Id) == true)
                    .GroupBy(u => u.Named).Select(g => new TraceUse(g.Key, design.Name, TrafficWords.Sorted(g.Select(u => u.Traffic)), g.First().Found!.VlanBelow?.Name,
                        [.. g.Select(u => $"{u.Traffic} on {u.Network}{(u.Tagged.IsEmpty ? ", untagged" : $", {u.Tagged.ToDisplay()} tagged")}")])));
        }
        return new Trace($"{device.Name} {start.Name}", host.LogicalHost is null ? null : host.Name, bond?.Name ?? (legs.Count > 1 ? "uplinks" : null), uses, [.. legs.Select(leg => Leg(leg, facts))]);
    }

    /// <summary>The trace with what the rules say of its ports.</summary>
    public Trace With(Func<string, string, IReadOnlyList<PartProblem>> problemsOf) => this with { Legs = [.. Legs.Select(l => l with { Hops = [.. l.Hops.Select(h => h with { Problems = problemsOf(h.Device, h.Port) })] })] };

    // Where to start so that the whole way is seen: at the host when one end is there, else at the port itself.
    private static IReadOnlyList<Interface> LegsOf(Interface start, Device device, RuleFacts facts)
    {
        if (device.LogicalHost is not null)
        {
            var below = start.Kind == InterfaceKind.Physical ? [start] : facts.Catalogue.BridgePorts(start).Append(start).SelectMany(p => facts.Catalogue.LegsOf(p)).Where(p => p.Kind == InterfaceKind.Physical).Distinct().ToList();
            if (below.Count == 0)
                return [start];
            return facts.Catalogue.Port(below[0].BondId) is { } bond ? [.. facts.Catalogue.Members(bond)] : below;
        }
        IEnumerable<Interface> sides = start.Kind switch
        {
            InterfaceKind.FrontPort when facts.Catalogue.Port(start.RearPortId) is { } rear => [start, rear],
            InterfaceKind.RearPort => facts.Catalogue.FrontsOf(start).Take(1).Append(start),
            _ => [start],
        };
        var ends = sides.Select(s => facts.PathFrom(s).End).OfType<CableHop>().ToList();
        if (ends.Find(e => e.Device.LogicalHost is not null) is { } atHost)
            return LegsOf(atHost.Port, atHost.Device, facts);
        return [ends.Find(e => e.Port.Id != start.Id && start.Kind is InterfaceKind.FrontPort or InterfaceKind.RearPort)?.Port ?? start];
    }

    private static TraceLeg Leg(Interface leg, RuleFacts facts)
    {
        var path = facts.PathFrom(leg);
        var hops = path.Hops.Select(h => new TraceHop(h.Device.Name, h.Port.Name, h.Cable is null ? null : PathWords.Label(h.Cable), PortWords.Kind(h.Port), Vlans(h.Port, facts), h.Port.Mtu)).ToList();
        return new TraceLeg(hops, path.Gap());
    }

    private static string? Vlans(Interface port, RuleFacts facts)
    {
        if (port.Kind is InterfaceKind.FrontPort or InterfaceKind.RearPort || facts.Catalogue.DeviceOf(port).LogicalHost is not null)
            return null;
        var lag = facts.Catalogue.Port(port.BondId);
        return PortWords.Vlans(lag?.Mode is null ? port : lag) + (lag is null ? "" : $" (in {lag.Name})");
    }
}

/// <summary>A label whose traffic runs over the traced port.</summary>
public sealed record TraceUse(string Label, string Zone, IReadOnlyList<string> Traffic, string? VlanDevice, IReadOnlyList<string> Lines);

/// <summary>One leg, hop by hop from the start; the gap says in words why it does not end on a port.</summary>
public sealed record TraceLeg(IReadOnlyList<TraceHop> Hops, string? Gap);

/// <summary>A port on the way and the cable by which it is reached (none inside a panel).</summary>
public sealed record TraceHop(string Device, string Port, string? Cable, string Kind, string? Vlans, int? Mtu)
{
    /// <summary>What the rules say of the port.</summary>
    public IReadOnlyList<PartProblem> Problems { get; init; } = [];
}
