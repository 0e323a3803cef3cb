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
    private readonly Dictionary<Guid, (Interface Port, Device Device)> _ports = [];
    private readonly ILookup<Guid, Interface> _members, _bridgePorts, _above, _fronts;
    private readonly ILookup<Guid, Cable> _cables;

    /// <summary>Indexes a snapshot.</summary>
    public CatalogueIndex(CatalogueSnapshot snapshot)
    {
        foreach (var device in snapshot.Devices)
        {
            _devices.TryAdd(device.Id, device);
            _devicesByName.TryAdd(device.Name, device);
            foreach (var port in device.Interfaces)
                _ports.TryAdd(port.Id, (port, device));
            if (device.LogicalHost?.ManagementAddress is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } management)
                _hostsByAddress.TryAdd(Ipv4.From(management), device);
        }
        foreach (var device in snapshot.Devices.Where(d => d.LogicalHost is not null || d.Role == DeviceRoles.Hypervisor))
            foreach (var (_, address, _) in AddressesOf(device))
                _hostsByAddress.TryAdd(address, device);
        var all = snapshot.Devices.SelectMany(d => d.Interfaces).ToList();
        _members = all.Where(i => i.BondId is not null).ToLookup(i => i.BondId!.Value);
        _bridgePorts = all.Where(i => i.BridgeId is not null).ToLookup(i => i.BridgeId!.Value);
        _above = all.Where(i => i.ParentId is not null).ToLookup(i => i.ParentId!.Value);
        _fronts = all.Where(i => i.RearPortId is not null).ToLookup(i => i.RearPortId!.Value);
        _cables = snapshot.Cables.Where(c => c.Status != LifeCycle.Decommissioning).SelectMany(c => c.Ends.Select(e => (e.InterfaceId, Cable: c)).Distinct()).ToLookup(e => e.InterfaceId, e => e.Cable);
        Snapshot = snapshot;
    }

    /// <summary>What was indexed.</summary>
    public CatalogueSnapshot Snapshot { get; }

    /// <summary>The device of that name (without regard to case), or null.</summary>
    public Device? Device(string? name) => name is null ? null : _devicesByName.GetValueOrDefault(name);
    /// <summary>The hypervisor host that has that address, as management address or on an interface; or null.</summary>
    public Device? HostAt(Ipv4 address) => _hostsByAddress.GetValueOrDefault(address);
    /// <summary>The interface of that id, or null.</summary>
    public Interface? Port(Guid? id) => id is { } known && _ports.TryGetValue(known, out var found) ? found.Port : null;
    /// <summary>The device an interface is part of.</summary>
    public Device DeviceOf(Interface port) => _ports.TryGetValue(port.Id, out var found) ? found.Device : _devices[port.DeviceId];
    /// <summary>Members of a bond or LAG, in the order of the device.</summary>
    public IEnumerable<Interface> Members(Interface bond) => _members[bond.Id];
    /// <summary>Ports of a bridge, virtual switch or XenServer network.</summary>
    public IEnumerable<Interface> BridgePorts(Interface bridge) => _bridgePorts[bridge.Id];
    /// <summary>VLAN devices on top of an interface.</summary>
    public IEnumerable<Interface> VlansOn(Interface parent) => _above[parent.Id].Where(i => i.Kind == InterfaceKind.Vlan);
    /// <summary>Front ports wired to a rear port.</summary>
    public IEnumerable<Interface> FrontsOf(Interface rear) => _fronts[rear.Id];
    /// <summary>Cables plugged into a port, those being decommissioned left out.</summary>
    public IEnumerable<Cable> CablesAt(Interface port) => _cables[port.Id];

    /// <summary>An interface of a device by its exact name, or null.</summary>
    public static Interface? Named(Device device, string name) => device.Interfaces.Find(i => i.Name == name);

    /// <summary>For people: <c>sw-b1 Eth1/7</c>; a panel port <c>pp-a3:14</c>.</summary>
    public string NameOf(Interface port) =>
        port.Kind is InterfaceKind.FrontPort or InterfaceKind.RearPort ? $"{DeviceOf(port).Name}:{port.Name}" : $"{DeviceOf(port).Name} {port.Name}";

    /// <summary>IPv4 addresses of a device's interfaces, without loopback and link-local ones.</summary>
    public static IEnumerable<(Interface Port, Ipv4 Address, int PrefixLength)> AddressesOf(Device device) =>
        from port in device.Interfaces
        from address in port.Addresses
        where address.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
        let ipv4 = Ipv4.From(address.Address)
        where ipv4.Value >> 24 is not (127 or 0) && ipv4.Value >> 16 != 0xA9FE
        select (port, ipv4, address.PrefixLength);

    /// <summary>The physical ports below a device: the members of a bond, the parent's for a VLAN device, or itself.</summary>
    public IReadOnlyList<Interface> LegsOf(Interface? uplink) => LegsOf(uplink, 0);

    private IReadOnlyList<Interface> LegsOf(Interface? uplink, int depth) => uplink switch
    {
        null => [],
        _ when depth > 8 => [],
        { Kind: InterfaceKind.Physical } => [uplink],
        { Kind: InterfaceKind.Bond } => [.. Members(uplink).SelectMany(m => LegsOf(m, depth + 1))],
        { ParentId: not null } => LegsOf(Port(uplink.ParentId), depth + 1),
        _ => [.. BridgePorts(uplink).Where(p => !p.MadeByCloudStack).SelectMany(p => LegsOf(p, depth + 1))],
    };
}
