using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Web.Features.Diagrams.Drawing;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>Interfaces of a device as a tree: what a label names on top, below it what carries it, down to the NIC; then everything else.</summary>
internal static class InterfaceTree
{
    public static IReadOnlyList<InterfaceLine> Of(Device device)
    {
        var lines = new List<InterfaceLine>();
        var met = new HashSet<Guid>();
        foreach (var root in device.Interfaces.Where(i => Above(i, device) is null).OrderBy(Order).ThenBy(i => i.Name, NaturalOrder.Comparer))
            Add(root, 0, device, lines, met);
        // References in a circle have no top: they are listed all the same.
        foreach (var rest in device.Interfaces.Where(i => !met.Contains(i.Id)).OrderBy(i => i.Name, NaturalOrder.Comparer))
            Add(rest, 0, device, lines, met);
        return lines;
    }

    private static void Add(Interface port, int depth, Device device, List<InterfaceLine> lines, HashSet<Guid> met)
    {
        if (!met.Add(port.Id))
            return;
        lines.Add(new InterfaceLine(port, depth, Above(port, device)?.Name));
        foreach (var below in device.Interfaces.Where(i => Above(i, device)?.Id == port.Id).OrderBy(i => i.Name, NaturalOrder.Comparer))
            Add(below, depth + 1, device, lines, met);
    }

    // A bond carries its VLAN devices, so it stands below the first of them only when nothing else is above it.
    private static Interface? Above(Interface port, Device device)
    {
        var id = port.BridgeId ?? port.BondId;
        if (id is not null)
            return device.Interfaces.Find(i => i.Id == id && i.Id != port.Id);
        return device.Interfaces.Where(i => i.ParentId == port.Id && i.Id != port.Id && !i.MadeByCloudStack).OrderBy(i => i.Name, NaturalOrder.Comparer).FirstOrDefault();
    }

    private static int Order(Interface port) => port.MadeByCloudStack ? 9 : port.Kind switch
    {
        InterfaceKind.Bridge or InterfaceKind.OvsBridge or InterfaceKind.VSwitch or InterfaceKind.XenNetwork => 0,
        InterfaceKind.Vlan or InterfaceKind.Vxlan => 1,
        InterfaceKind.Bond => 2,
        InterfaceKind.Physical => port.ManagementOnly ? 5 : 3,
        InterfaceKind.FrontPort => 3,
        InterfaceKind.RearPort => 4,
        _ => 6,
    };
}

/// <summary>One interface in the tree: how deep it stands, and what it is part of.</summary>
public sealed record InterfaceLine(Interface Port, int Depth, string? PartOf);
