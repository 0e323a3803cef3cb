using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>The catalogue by id and by name, built in one pass: who is a member of what, and which cable is in which port.</summary>
public sealed class CatalogueIndex
{
    private readonly Dictionary<Guid, Device> _devices = [];
    private readonly Dictionary<string, Device> _devicesByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Ipv4, Device> _hostsByAddress = [];
    private readonly Dictionary<Guid, Node> _ports;
    private readonly List<Interface> _crowded = [];

    // What is known of one port; most ports have no list at all.
    private sealed class Node(Interface port, Device device)
    {
        public readonly Interface Port = port;
        public readonly Device Device = device;
        public List<Interface>? Members, BridgePorts, Above, Fronts;
        public List<Cable>? Cables;
    }

    /// <summary>Indexes a snapshot.</summary>
    public CatalogueIndex(CatalogueSnapshot snapshot)
    {
        Snapshot = snapshot;
        _ports = new(snapshot.Devices.Sum(d => d.Interfaces.Count));
        foreach (var device in snapshot.Devices)
        {
            _devices.TryAdd(device.Id, device);
            _devicesByName.TryAdd(device.Name, device);
            foreach (var port in device.Interfaces)
                _ports.TryAdd(port.Id, new Node(port, device));
            if (device.LogicalHost?.ManagementAddress is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } management)
                _hostsByAddress.TryAdd(Ipv4.From(management), device);
        }
        foreach (var device in snapshot.Devices)
        {
            if (device.LogicalHost is not null || device.Role == DeviceRoles.Hypervisor)
                foreach (var (_, address, _) in AddressesOf(device))
                    _hostsByAddress.TryAdd(address, device);
            foreach (var port in device.Interfaces)
            {
                if (NodeOf(port.BondId) is { } bond)
                    (bond.Members ??= []).Add(port);
                if (NodeOf(port.BridgeId) is { } bridge)
                    (bridge.BridgePorts ??= []).Add(port);
                if (NodeOf(port.ParentId) is { } parent)
                    (parent.Above ??= []).Add(port);
                if (NodeOf(port.RearPortId) is { } rear)
                    (rear.Fronts ??= []).Add(port);
            }
        }
        foreach (var cable in snapshot.Cables)
            if (cable.Status != LifeCycle.Decommissioning)
                foreach (var end in cable.Ends)
                    // Cables come one after the other: one with both plugs in one port counts once.
                    if (NodeOf(end.InterfaceId) is { } node && (node.Cables is null || node.Cables[^1] != cable))
                    {
                        (node.Cables ??= new(1)).Add(cable);
                        if (node.Cables.Count == 2)
                            _crowded.Add(node.Port);
                    }
    }

    /// <summary>What was indexed.</summary>
    public CatalogueSnapshot Snapshot { get; }

    /// <summary>The device of that name (without regard to case), or null.</summary>
    public Device? Device(string? name) => name is null ? null : _devicesByName.GetValueOrDefault(name);
    /// <summary>The hypervisor host that has that address, as management address or on an interface; or null.</summary>
    public Device? HostAt(Ipv4 address) => _hostsByAddress.GetValueOrDefault(address);
    /// <summary>The interface of that id, or null.</summary>
    public Interface? Port(Guid? id) => NodeOf(id)?.Port;
    /// <summary>The device an interface is part of.</summary>
    public Device DeviceOf(Interface port) => NodeOf(port.Id)?.Device ?? _devices[port.DeviceId];
    /// <summary>Members of a bond or LAG, in the order of the device.</summary>
    public IReadOnlyList<Interface> Members(Interface bond) => NodeOf(bond.Id)?.Members ?? [];
    /// <summary>Ports of a bridge, virtual switch or XenServer network.</summary>
    public IReadOnlyList<Interface> BridgePorts(Interface bridge) => NodeOf(bridge.Id)?.BridgePorts ?? [];
    /// <summary>VLAN devices on top of an interface.</summary>
    public IEnumerable<Interface> VlansOn(Interface parent) => NodeOf(parent.Id)?.Above?.Where(i => i.Kind == InterfaceKind.Vlan) ?? [];
    /// <summary>Front ports wired to a rear port.</summary>
    public IReadOnlyList<Interface> FrontsOf(Interface rear) => NodeOf(rear.Id)?.Fronts ?? [];
    /// <summary>Cables plugged into a port, those being decommissioned left out.</summary>
    public IReadOnlyList<Cable> CablesAt(Interface port) => NodeOf(port.Id)?.Cables ?? [];

    /// <summary>Ports with more than one cable, those being decommissioned left out.</summary>
    public IReadOnlyList<Interface> CrowdedPorts => _crowded;

    /// <summary>An interface of a device by its exact name, or null.</summary>
    public static Interface? Named(Device device, string name) => device.Interfaces.Find(i => i.Name == name);

    /// <summary>For people: <c>sw-b1 Eth1/7</c>; a panel port <c>pp-a3:14</c>.</summary>
    public string NameOf(Interface port) =>
        port.Kind is InterfaceKind.FrontPort or InterfaceKind.RearPort ? $"{DeviceOf(port).Name}:{port.Name}" : $"{DeviceOf(port).Name} {port.Name}";

    /// <summary>IPv4 addresses of a device's interfaces, without loopback and link-local ones.</summary>
    public static IEnumerable<(Interface Port, Ipv4 Address, int PrefixLength)> AddressesOf(Device device)
    {
        foreach (var port in device.Interfaces)
            foreach (var address in port.Addresses)
                if (address.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && Ipv4.From(address.Address) is var ipv4 && ipv4.Value >> 24 is not (127 or 0) && ipv4.Value >> 16 != 0xA9FE)
                    yield return (port, ipv4, address.PrefixLength);
    }

    /// <summary>The physical ports below a device: the members of a bond, the parent's for a VLAN device, or itself.</summary>
    public IReadOnlyList<Interface> LegsOf(Interface? uplink) => LegsOf(uplink, 0);

    private Node? NodeOf(Guid? id) => id is { } known ? _ports.GetValueOrDefault(known) : null;

    private IReadOnlyList<Interface> LegsOf(Interface? uplink, int depth) => uplink switch
    {
        null => [],
        _ when depth > 8 => [],
        { Kind: InterfaceKind.Physical } => [uplink],
        { Kind: InterfaceKind.Bond } when Members(uplink) is var members => members.All(m => m.Kind == InterfaceKind.Physical) && depth < 8 ? members : [.. members.SelectMany(m => LegsOf(m, depth + 1))],
        { ParentId: not null } => LegsOf(Port(uplink.ParentId), depth + 1),
        _ => [.. BridgePorts(uplink).Where(p => !p.MadeByCloudStack).SelectMany(p => LegsOf(p, depth + 1))],
    };
}
