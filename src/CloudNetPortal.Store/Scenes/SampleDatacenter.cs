using System.Net;
using System.Net.NetworkInformation;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Store.Scenes;

/// <summary>
/// A small datacenter: three KVM hosts with two bonds each, two top-of-rack switches, one leg of one host through two patch panels, and what the ports heard by
/// LLDP. The first bond carries management and storage in VLANs, the second one guest and public traffic.
/// </summary>
internal sealed class SampleDatacenter
{
    private const string Guests = "300,500-519";
    private readonly List<object> _things = [];
    private readonly DateTimeOffset _now;
    private readonly Datacenter _datacenter = new() { Name = "Sample datacenter", Slug = "sample", TimeZone = "Europe/Amsterdam", Dns = "10.30.100.5" };
    private readonly Rack _rack;

    public SampleDatacenter(DateTimeOffset now)
    {
        _now = now;
        _datacenter.Rooms.Add(new Room { DatacenterId = _datacenter.Id, Name = "Hall 1" });
        _rack = new Rack { DatacenterId = _datacenter.Id, RoomId = _datacenter.Rooms[0].Id, Name = "A1" };
        _things.AddRange([_datacenter, _rack]);
        var serverType = new DeviceType { Manufacturer = "Sample", Model = "Server 1U, four ports", Slug = "sample-server-1u", Ports = [.. Enumerable.Range(1, 4).Select(n => new PortTemplate($"eno{n}", InterfaceKind.Physical, "25gbase-x-sfp28"))] };
        var switchType = new DeviceType { Manufacturer = "Sample", Model = "Switch, 48 ports", Slug = "sample-switch-48", Ports = [.. Enumerable.Range(1, 48).Select(n => new PortTemplate($"swp{n}", InterfaceKind.Physical, "25gbase-x-sfp28"))] };
        _things.AddRange([serverType, switchType]);

        var switches = (Device[])[Switch("sample-tor1", switchType, 40, 1), Switch("sample-tor2", switchType, 41, 2)];
        var panels = (Device[])[Panel("sample-panel-a", 38), Panel("sample-panel-b", 39)];
        Cable("S-90", "mmf-om4", Port(panels[0], "R1"), Port(panels[1], "R1"));
        Cable("S-91", "dac-passive", Port(switches[0], "swp48"), Port(switches[1], "swp48"));
        for (var number = 1; number <= 3; number++)
            Host(number, serverType, switches, panels);

        _things.AddRange(
        [
            new Prefix { Network = IPNetwork.Parse("10.30.100.0/24"), VlanId = 100, Gateway = IPAddress.Parse("10.30.100.1"), Description = "Sample management" },
            new Prefix { Network = IPNetwork.Parse("10.30.200.0/24"), VlanId = 200, Gateway = IPAddress.Parse("10.30.200.1"), Description = "Sample storage" },
            new Prefix { Network = IPNetwork.Parse("203.0.113.0/24"), VlanId = 300, Gateway = IPAddress.Parse("203.0.113.1"), Description = "Sample public" },
        ]);
    }

    /// <summary>Everything, in an order in which it can be stored.</summary>
    public IReadOnlyList<object> Things => _things;

    private Device Device(string name, string role, DeviceType? type, decimal unit)
    {
        var device = new Device { Name = name, Role = role, DeviceTypeId = type?.Id, DatacenterId = _datacenter.Id, RackId = _rack.Id, Position = unit, Face = "front" };
        _things.Add(device);
        return device;
    }

    private Device Switch(string name, DeviceType type, decimal unit, int number)
    {
        var device = Device(name, DeviceRoles.Switch, type, unit);
        for (var port = 1; port <= 48; port++)
        {
            device.Interfaces.Add(new Interface
            {
                DeviceId = device.Id, Name = $"swp{port}", Kind = InterfaceKind.Physical, Connector = "25gbase-x-sfp28", Mac = Mac(0x10 + number, port), Mtu = 9216, SpeedMbps = 25000,
                Enabled = port is <= 6 or 48, Purpose = port is > 6 and < 48 ? "spare" : null,
            });
        }

        var link = Port(device, "swp48");
        (link.Mode, link.TaggedVlans, link.Description) = (SwitchPortMode.Trunk, VlanSet.Parse("100,200,300,500-599"), "To the other switch");
        return device;
    }

    private Device Panel(string name, decimal unit)
    {
        var panel = Device(name, DeviceRoles.PatchPanel, null, unit);
        var rear = new Interface { DeviceId = panel.Id, Name = "R1", Kind = InterfaceKind.RearPort, Connector = "lc", Positions = 1 };
        panel.Interfaces.AddRange([rear, new Interface { DeviceId = panel.Id, Name = "F1", Kind = InterfaceKind.FrontPort, Connector = "lc", RearPortId = rear.Id, RearPosition = 1 }]);
        return panel;
    }

    private void Host(int number, DeviceType type, Device[] switches, Device[] panels)
    {
        var address = IPAddress.Parse($"10.30.100.{10 + number}");
        var host = Device($"sample-kvm{number}", DeviceRoles.Hypervisor, type, 10 + number);
        host.LogicalHost = new LogicalHost { DeviceId = host.Id, Hypervisor = "KVM", ManagementAddress = address, OperatingSystem = "Debian 12", Architecture = "x86_64", ObservedAt = _now };
        Interface Add(string name, InterfaceKind kind, int? mtu = 1500)
        {
            var made = new Interface { DeviceId = host.Id, Name = name, Kind = kind, Mtu = mtu };
            host.Interfaces.Add(made);
            return made;
        }

        var bonds = (Interface[])[Add("bond0", InterfaceKind.Bond, 9000), Add("bond1", InterfaceKind.Bond)];
        foreach (var bond in bonds)
            (bond.BondMode, bond.LacpFast) = (BondMode.Lacp, true);
        foreach (var (bridge, vlan, ip) in ((string, int?, string?)[])[("cloudbr0", 100, address.ToString()), ("cloudbr1", null, null), ("cloudbr2", 200, $"10.30.200.{10 + number}")])
        {
            var above = Add(bridge, InterfaceKind.Bridge, vlan == 200 ? 9000 : 1500);
            if (ip is not null)
                above.Addresses.Add(new InterfaceAddress { InterfaceId = above.Id, Address = IPAddress.Parse(ip), PrefixLength = 24 });
            var below = bonds[1];
            if (vlan is not null)
            {
                below = Add($"bond0.{vlan}", InterfaceKind.Vlan, above.Mtu);
                (below.ParentId, below.VlanId) = (bonds[0].Id, vlan);
            }

            below.BridgeId = above.Id;
        }

        for (var side = 0; side < 2; side++)
        {
            var lag = new Interface { DeviceId = switches[side].Id, Name = $"host{number}", Kind = InterfaceKind.Bond, BondMode = BondMode.Lacp, LacpFast = true, Mtu = 9216, Mode = SwitchPortMode.Trunk };
            lag.TaggedVlans = VlanSet.Parse(side == 0 ? "100,200" : Guests);
            switches[side].Interfaces.Add(lag);
            for (var leg = 0; leg < 2; leg++)
            {
                var nic = Add($"eno{(side * 2) + leg + 1}", InterfaceKind.Physical, side == 0 ? 9000 : 1500);
                (nic.Connector, nic.Mac, nic.SpeedMbps, nic.BondId) = ("25gbase-x-sfp28", Mac(number, (side * 2) + leg), 25000, bonds[side].Id);
                var port = Port(switches[side], $"swp{((number - 1) * 2) + leg + 1}");
                port.BondId = lag.Id;
                Wire(number, nic, port, panels);
                _things.Add(new LldpNeighbour
                {
                    InterfaceId = nic.Id, ChassisId = MacText(0x11 + side, 0), SystemName = switches[side].Name, PortId = port.Name, PortDescription = lag.Name, Aggregated = true, SeenAt = _now, Source = "sample",
                });
            }
        }
    }

    private void Wire(int number, Interface nic, Interface port, Device[] panels)
    {
        var label = $"S-{number}{nic.Name[^1]}";
        if (number == 1 && nic.Name == "eno1")
        {
            Cable($"{label}a", "mmf-om4", nic, Port(panels[0], "F1"));
            Cable($"{label}b", "mmf-om4", Port(panels[1], "F1"), port);
        }
        else
        {
            Cable(label, "dac-passive", nic, port);
        }
    }

    private void Cable(string label, string type, Interface a, Interface b)
    {
        var cable = new Cable { Label = label, Type = type };
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = a.Id, Side = 'A' });
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = b.Id, Side = 'B' });
        _things.Add(cable);
    }

    private static Interface Port(Device device, string name) => device.Interfaces.Single(port => port.Name == name);

    // Locally administered, so that no real NIC has it.
    private static PhysicalAddress Mac(int box, int port) => new([0x02, 0x5a, 0, 0, (byte)box, (byte)port]);

    private static string MacText(int box, int port) => string.Join(':', Mac(box, port).GetAddressBytes().Select(b => b.ToString("x2")));
}
