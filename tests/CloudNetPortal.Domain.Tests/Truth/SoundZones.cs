using System.Net.NetworkInformation;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Tests.Rules;

namespace CloudNetPortal.Domain.Tests.Truth;

/// <summary>Sound zones of every kind to break in one place: documented down to the panel, seen by LLDP, nothing to say about them.</summary>
public static class SoundZones
{
    private const string KvmBoxes = """
        host kvm1,kvm2,kvm3 os Rocky-9
          nic eno1 mtu 9000 speed 25000
          nic ens1f0 mtu 9000 speed 25000
          nic eno2 speed 25000
          nic ens1f1 speed 25000
          bond bond0 802.3ad eno1+ens1f0 mtu 9000
          bond bond1 802.3ad eno2+ens1f1
          vlan bond0.100 bond0 100
          vlan bond0.200 bond0 200 mtu 9000
          bridge cloudbr0 bond0.100 ip 10.20.100.11/24
          bridge cloudbr1 bond1
          bridge cloudbr2 bond0.200 mtu 9000 ip 10.20.200.11/24
        """;

    private const string Around = """
        pod pod1 10.20.100.100-10.20.100.150/24 gw 10.20.100.1
        storage 10.20.200.100-10.20.200.150/24 gw 10.20.200.1
        secondary nfs://10.20.200.5/secondary
        prefix 10.20.100.0/24 vlan 100 gw 10.20.100.1
        prefix 10.20.200.0/24 vlan 200 gw 10.20.200.1
        prefix 203.0.113.0/24 vlan 300 gw 203.0.113.1
        primary nfs://10.20.200.5/primary
        """;

    private const string Networks = """
        net mgmt-net VLAN Management=cloudbr0 Storage=cloudbr2
        net guest-a VLAN vlans 500-599 Guest=cloudbr1 Public=cloudbr1
        """;

    internal const string Public = "public 203.0.113.10-203.0.113.60/24 gw 203.0.113.1 vlan 300";

    /// <summary>KVM, three hosts, guests and public on one bond, management and storage on VLANs of the other.</summary>
    public static DesignSketch Advanced() => Make("zone Advanced guest 10.1.1.0/24 dns 10.20.0.53 internal 10.20.100.53", Networks, Public, Around, KvmBoxes);

    /// <summary>As Advanced, with a second pod and its cluster.</summary>
    public static DesignSketch TwoPods() => Make("zone Advanced guest 10.1.1.0/24 dns 10.20.0.53 internal 10.20.100.53", Networks, Public, Around, KvmBoxes, """
        pod pod2 10.20.110.100-10.20.110.150/24 gw 10.20.110.1
        storage 10.20.210.100-10.20.210.150/24 gw 10.20.210.1
        prefix 10.20.110.0/24 vlan 110 gw 10.20.110.1
        prefix 10.20.210.0/24 vlan 210 gw 10.20.210.1
        primary nfs://10.20.210.5/primary2
        host kvm4,kvm5 os Rocky-9
          nic eno1 mtu 9000 speed 25000
          nic ens1f0 mtu 9000 speed 25000
          nic eno2 speed 25000
          nic ens1f1 speed 25000
          bond bond0 802.3ad eno1+ens1f0 mtu 9000
          bond bond1 802.3ad eno2+ens1f1
          vlan bond0.110 bond0 110
          vlan bond0.210 bond0 210 mtu 9000
          bridge cloudbr0 bond0.110 ip 10.20.110.11/24
          bridge cloudbr1 bond1
          bridge cloudbr2 bond0.210 mtu 9000 ip 10.20.210.11/24
        """);

    /// <summary>One physical network, guests on NICs of their own.</summary>
    public static DesignSketch Basic() => Make("zone Basic dns 10.20.0.53 internal 10.20.100.53", "net pn - Management=cloudbr0 Storage=cloudbr2 Guest=cloudbr1", Around, """
        guest 10.20.50.20-10.20.50.200/24 gw 10.20.50.1
        prefix 10.20.50.0/24 vlan 50 gw 10.20.50.1
        shared guests DefaultSharedNetworkOfferingWithSGService
        """, KvmBoxes);

    /// <summary>Shared network with security groups.</summary>
    public static DesignSketch SecurityGroups() => Make("zone AdvancedSecurityGroups guest none dns 10.20.0.53 internal 10.20.100.53", "net mgmt-net VLAN Management=cloudbr0 Storage=cloudbr2", "net guest-a VLAN vlans 500-599 Guest=cloudbr1",
        "shared shared1 DefaultSharedNetworkOfferingWithSGService 203.0.113.10-203.0.113.60/24 gw 203.0.113.1 vlan 300", Around, KvmBoxes);

    /// <summary>Guest traffic only.</summary>
    public static DesignSketch Edge()
    {
        var zone = Make("zone Edge guest 10.1.1.0/24 dns 10.20.0.53 internal 10.20.100.53", "net guest-a VLAN vlans 500-599 Guest=cloudbr1", "pod pod1", "primary nfs://10.20.200.5/primary", KvmBoxes, "prefix 10.20.200.0/24 vlan 200 gw 10.20.200.1");
        return zone;
    }

    /// <summary>Guests in VXLAN over an underlay of 9000 bytes.</summary>
    public static DesignSketch Vxlan() => Make("zone Advanced guest 10.1.1.0/24 dns 10.20.0.53 internal 10.20.100.53", "net mgmt-net VLAN Management=cloudbr0 Storage=cloudbr2 Public=cloudbr1", "net overlay VXLAN vlans 5000-5999 Guest=cloudbr2", Public, Around, KvmBoxes);

    /// <summary>Open vSwitch.</summary>
    public static DesignSketch OpenVSwitch() => Make("zone Advanced guest 10.1.1.0/24 dns 10.20.0.53 internal 10.20.100.53", Networks, Public, Around, KvmBoxes.Replace("os Rocky-9", "os Rocky-9 ovs").Replace("bridge ", "ovs "));

    /// <summary>XenServer: name-labels; management in the native VLAN, because CloudStack takes no host that tags it.</summary>
    public static DesignSketch Xen() => Make("zone Advanced guest 10.1.1.0/24 dns 10.20.0.53 internal 10.20.100.53", "hypervisor XenServer", "net mgmt-net VLAN Management=Management Storage=Storage", "net guest-a VLAN vlans 500-599 Guest=Guests Public=Guests", Public, Around, """
        host xcp1,xcp2
          nic eth0 mtu 9000
          nic eth1 mtu 9000
          nic eth2
          nic eth3
          bond bond0 balance-slb eth0+eth1 mtu 9000
          bond bond1 balance-slb eth2+eth3
          vlan bond0.200 bond0 200 mtu 9000
          xennet Management bond0 ip 10.20.100.11/24
          xennet Storage bond0.200 mtu 9000 ip 10.20.200.11/24
          xennet Guests bond1
        switch sw-a
          port xcp1-eth0 all native 100
          port xcp2-eth0 all native 100
        switch sw-b
          port xcp1-eth1 all native 100
          port xcp2-eth1 all native 100
        """);

    /// <summary>VMware: a standard switch for the system, a distributed one for guests.</summary>
    public static DesignSketch Vmware() => Make("zone Advanced guest 10.1.1.0/24 dns 10.20.0.53 internal 10.20.100.53", "hypervisor VMware", "net mgmt-net VLAN Management=vSwitch0,100 Storage=vSwitch0,200", "net guest-a VLAN vlans 500-599 Guest=dvSwitch1,,vmwaredvs Public=dvSwitch1,,vmwaredvs", Public, Around, """
        host esx1,esx2
          nic vmnic0 mtu 9000
          nic vmnic1 mtu 9000
          nic vmnic2
          nic vmnic3
          vswitch vSwitch0 vmnic0+vmnic1 ip 10.20.100.11/24
          vswitch dvSwitch1 vmnic2+vmnic3 distributed
          address vmnic0 10.20.200.11/24
        """);

    private static DesignSketch Make(params string[] parts)
    {
        var zone = DesignSketch.Read(parts.SelectMany(p => p.Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0));
        Narrow(zone);
        Document(zone);
        See(zone);
        return zone;
    }

    // Switch ports let through what their hosts need, no more.
    private static void Narrow(DesignSketch zone)
    {
        var (system, guests) = (VlanSet.Parse("100,110,200,210"), VlanSet.Parse("300,500-599"));
        var isBasic = zone.Design.Kind == "Basic";
        foreach (var host in zone.Devices.Where(d => d.LogicalHost is not null).ToList())
            foreach (var (nic, n) in host.Interfaces.Where(i => i.Kind == InterfaceKind.Physical).Select((nic, n) => (nic, n)).ToList())
            {
                var port = zone.EndOf(host.Name, nic.Name);
                var lag = zone.Devices.SelectMany(d => d.Interfaces).FirstOrDefault(i => i.Id == port.BondId);
                foreach (var end in new[] { port, lag }.OfType<Interface>())
                {
                    (end.Mode, end.TaggedVlans) = (SwitchPortMode.Trunk, n < 2 ? system : guests);
                    if (isBasic && n >= 2)
                        (end.Mode, end.TaggedVlans, end.UntaggedVlan) = (SwitchPortMode.Access, null, 50);
                }
                port.SpeedMbps = nic.SpeedMbps;
            }
    }

    private static void Document(DesignSketch zone)
    {
        // A router with the gateways and a storage server with the MTU of the hosts, both on both switches.
        var router = ALab.Add(DesignSketch.Added(zone.Devices, new Device { Name = "rtr1", Role = DeviceRoles.Router }), new Interface { Name = "ge0", Mtu = 9000 });
        foreach (var prefix in zone.Prefixes)
            ALab.Address(router, prefix.Gateway!.ToString(), prefix.Network.PrefixLength);
        zone.Wire(router, ALab.Add(zone.Device("sw-a"), new Interface { Name = "up1", Mode = SwitchPortMode.TrunkAll, Mtu = 9216 }));
        zone.Wire(ALab.Add(zone.Device("rtr1"), new Interface { Name = "ge1", Mtu = 9000 }), ALab.Add(zone.Device("sw-b"), new Interface { Name = "up1", Mode = SwitchPortMode.TrunkAll, Mtu = 9216 }));
        var server = ALab.Add(DesignSketch.Added(zone.Devices, new Device { Name = "nas1", Role = DeviceRoles.Storage }), new Interface { Name = "e0", Mtu = 9000 });
        ALab.Address(server, "10.20.200.5");
        zone.Wire(server, ALab.Add(zone.Device("sw-a"), new Interface { Name = "nas", Mode = SwitchPortMode.Access, UntaggedVlan = 200, Mtu = 9216 }));
        zone.Wire(ALab.Add(zone.Device("nas1"), new Interface { Name = "e1", Mtu = 9000 }), ALab.Add(zone.Device("sw-b"), new Interface { Name = "nas", Mode = SwitchPortMode.Access, UntaggedVlan = 200, Mtu = 9216 }));
        // One leg goes through a panel.
        var host = zone.Devices.First(d => d.LogicalHost is not null);
        var nic = host.Interfaces.Last(i => i.Kind == InterfaceKind.Physical);
        var cable = zone.CableAt(host.Name, nic.Name);
        var port = zone.EndOf(host.Name, nic.Name);
        zone.Cables.Remove(cable);
        var panel = DesignSketch.Added(zone.Devices, new Device { Name = "pp-b1", Role = DeviceRoles.PatchPanel });
        var rear = ALab.Add(panel, new Interface { Name = "R14", Kind = InterfaceKind.RearPort, Positions = 1 });
        var front = ALab.Add(panel, new Interface { Name = "14", Kind = InterfaceKind.FrontPort, RearPortId = rear.Id, RearPosition = 1 });
        zone.Wire(nic, front);
        zone.Wire(rear, port);
        // Hosts and switches stand in a rack.
        var rack = DesignSketch.Added(zone.Racks, new Rack { Name = "A1", Height = 42 });
        var unit = 1;
        foreach (var device in zone.Devices)
            (device.RackId, device.Position, device.Face) = (rack.Id, unit++, "front");
    }

    private static void See(DesignSketch zone)
    {
        byte last = 1;
        foreach (var device in zone.Devices.Where(d => d.LogicalHost is not null))
            foreach (var nic in device.Interfaces.Where(i => i.Kind == InterfaceKind.Physical))
            {
                nic.Mac = new PhysicalAddress([0x3c, 0xec, 0xef, 0x20, 0, last++]);
                var end = zone.EndOf(device.Name, nic.Name);
                zone.Neighbours.Add(new LldpNeighbour { InterfaceId = nic.Id, SystemName = zone.Devices.First(d => d.Interfaces.Contains(end)).Name, PortId = end.Name, SeenAt = ALab.Now.AddDays(-1) });
            }
    }
}
