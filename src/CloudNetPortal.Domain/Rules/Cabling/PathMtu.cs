using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>The MTU of a place on the way of frames. A host that was read and shows none has 1500; a switch without a value is not known.</summary>
/// <param name="Name">For people: <c>sw-b1 Eth1/7</c>.</param>
/// <param name="Path">Its field in the catalogue.</param>
/// <param name="Device">Name of the device.</param>
/// <param name="Port">Name of the port.</param>
/// <param name="Mtu">Bytes; null when not documented.</param>
internal sealed record PathMtu(string Name, string Path, string Device, string Port, int? Mtu)
{
    /// <summary>Devices of the host from the label's device down to the NIC.</summary>
    public static IEnumerable<PathMtu> InHost(LabelLeg leg, LabelResolution resolution) =>
        from port in new[] { resolution.Target, resolution.VlanBelow, leg.Uplink, leg.Port }.OfType<Interface>().DistinctBy(p => p.Id)
        select new PathMtu($"{leg.Host.Name} {port.Name}", CataloguePath.Of(leg.Host.Device!, port, "mtu"), leg.Host.Device!.Name, port.Name, port.Mtu ?? (leg.Host.Device.LogicalHost?.ObservedAt is null ? null : 1500));

    /// <summary>The switch port a leg ends on; null when it ends on none.</summary>
    public static PathMtu? AtEnd(LabelLeg leg, RuleFacts facts) => leg.Path.End is { } end && SwitchFabric.Forwards(end.Device) ? Of(end, facts) : null;

    /// <summary>Both ports of a link between switches.</summary>
    public static IEnumerable<PathMtu> OnLink(SwitchLink link, RuleFacts facts) => [Of(link.A, facts), Of(link.B, facts)];

    /// <summary>Links that may carry frames between the switches of some legs: those of switches that are joined.</summary>
    public static IEnumerable<SwitchLink> Between(IEnumerable<LabelLeg> legs, Domain.Addressing.VlanSet vlans, RuleFacts facts)
    {
        var ends = legs.Select(l => l.Path.End?.Device).OfType<Domain.Catalogue.Devices.Device>().Distinct().ToList();
        if (ends.Count < 2 || vlans.IsEmpty)
            return [];
        var domains = facts.Fabric.Domains(vlans);
        return facts.Fabric.Links.Where(l => l.Carried is { } carried && domains.Any(d => carried.Contains(d.Vlans.Highest) && ends.Count(e => d.Joins(e, l.A.Device)) > 1));
    }

    private static PathMtu Of(CableHop hop, RuleFacts facts)
    {
        var port = Smaller(hop.Port, facts.Catalogue.Port(hop.Port.BondId));
        return new(facts.Catalogue.NameOf(port), CataloguePath.Of(hop.Device, port, "mtu"), hop.Device.Name, port.Name, port.Mtu ?? facts.Catalogue.Port(hop.Port.BondId)?.Mtu);
    }

    /// <summary>The port, or its LAG where both say an MTU and the LAG's is smaller: a frame has to pass both.</summary>
    public static Interface Smaller(Interface port, Interface? lag) => lag?.Mtu < port.Mtu ? lag : port;
}
