using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Domain.Rules.Proposals;

/// <summary>Ports without a cable, as answers of a guided fix.</summary>
internal static class FreePorts
{
    /// <summary>Free ports of a switch that a NIC of that speed fits, in the order of the device.</summary>
    public static IEnumerable<Interface> On(RuleFacts facts, Device device, int? speedMbps = null) => device.Interfaces.Where(p =>
        p is { Kind: InterfaceKind.Physical, ManagementOnly: false, MadeByCloudStack: false } && !facts.Catalogue.CablesAt(p).Any() && p.Purpose is null && (speedMbps is null || p.SpeedMbps is null || p.SpeedMbps == speedMbps));

    /// <summary>Data NICs of a host under nothing: no bond, no bridge, no VLAN device, no stated purpose.</summary>
    public static IEnumerable<Interface> Spare(RuleFacts facts, Device host) => host.Interfaces.Where(p =>
        p is { Kind: InterfaceKind.Physical, ManagementOnly: false, MadeByCloudStack: false, BondId: null, BridgeId: null, Addresses.Count: 0 } && p.Purpose is null or "spare" && p.Kind == InterfaceKind.Physical && !facts.Catalogue.VlansOn(p).Any());

    /// <summary>Switches the other NICs of a host end on, those that have a port left.</summary>
    public static IReadOnlyList<Device> SwitchesOf(RuleFacts facts, Device host) =>
        [.. host.Interfaces.Where(i => i.Kind == InterfaceKind.Physical).Select(i => facts.PathFrom(i).End?.Device).OfType<Device>().Where(d => SwitchFabric.Forwards(d) && d.Status != LifeCycle.Decommissioning).Distinct()];

    /// <summary>Plans a cable from a NIC into a free port, one answer for each of the first free ports of each switch near the host.</summary>
    public static IEnumerable<Fix> Cable(RuleFacts facts, Device host, Interface nic, int each = 3) =>
        from device in SwitchesOf(facts, host)
        from port in On(facts, device, nic.SpeedMbps).Take(each)
        select new Fix($"To {device.Name} {port.Name}", CatalogueEdits: [new CatalogueEdit.PlanCable(host.Name, nic.Name, device.Name, port.Name)]) { Note = "free; the cable is planned, and a work order lays it" };

    /// <summary>Moves the end of a path's last cable into a free port of a device.</summary>
    public static IEnumerable<Fix> Move(RuleFacts facts, CablePath path, Device to, int? speedMbps, int most = 3)
    {
        if (path is not { End: { Cable: { } cable } end } || !cable.Ends.Exists(e => e.InterfaceId == end.Port.Id))
            return [];
        return On(facts, to, speedMbps).Take(most).Select(p => new Fix($"Move it to {to.Name} {p.Name}", CatalogueEdits: [new CatalogueEdit.MoveCable(end.Device.Name, end.Port.Name, cable.Id, cable.Label ?? "without label", to.Name, p.Name)]) { Note = "free; the plug has to be moved as well" });
    }
}
