using System.Net;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Tests.Rules;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Tests.Truth.SoundZones;

namespace CloudNetPortal.Domain.Tests.Truth;

public static partial class Mutations
{
    /// <summary>What a running CloudStack 4.23 was seen to take without a word; the words after the rules number the observation.</summary>
    private static IEnumerable<Mutation> OfLaxness() =>
    [
        new("taken: guest VLAN 0", Advanced, z => Guests(z).GuestVlans = "0-10,500-599", "CNP5001", "seen-2"),
        new("taken: full-width digits", Advanced, z => Guests(z).GuestVlans = "５００-５９９", "CNP5001", "seen-2"),
        new("taken: public VLAN with a letter", Advanced, z => Public1(z).Vlan = "30O", "CNP5001", "seen-3"),
        new("taken: label with an umlaut", Advanced, z => z.Traffic("Guest").Labels["KVM"] = "cloudbrü", "CNP3002", "seen-4"),
        new("taken: label with signs of the shell", Advanced, z => z.Traffic("Guest").Labels["KVM"] = "cloudbr1;reboot", "CNP3002", "seen-4"),
        new("taken: label with a slash", Advanced, z => z.Traffic("Guest").Labels["KVM"] = "cloud/br1", "CNP3004", "seen-4"),
        new("taken: label that is only blanks", Advanced, z => z.Traffic("Guest").Labels["KVM"] = "  ", "CNP3004", "seen-4"),
        new("taken: VMware label with a type nobody knows", Vmware, z => z.Traffic("Guest").Labels["VMware"] = "dvSwitch1,,dvs", "CNP3301", "seen-4"),
        new("taken: enabled without pod and physical network", Advanced, z => { z.Design.Pods.Clear(); z.Design.PhysicalNetworks.Clear(); }, "CNP1011 CNP2002", "seen-5"),
        new("taken: enabled with every provider off", Advanced, z => Guests(z).Providers.Clear(), "CNP2007", "seen-5"),
        new("taken: enabled without storage traffic", Advanced, z => { z.Net("mgmt-net").TrafficTypes.RemoveAll(t => t.Type == "Storage"); Pod1(z).StorageRanges.Clear(); }, "CNP2003", "seen-6"),
        new("taken: blanks around a pod's name", Advanced, z => Pod1(z).Name = " pod1 ", "CNP1002", "seen-7"),
        new("taken: guest VLANs over the public VLAN", Advanced, z => Guests(z).GuestVlans = "300-399,500-599", "CNP5004 CNP5101", "seen-8"),
        new("taken: pod subnet of another zone", Advanced, z => z.OtherZones.Add(new ZoneDesign { Name = "other", Pods = { new Pod { Name = "p", Gateway = "10.20.100.1", Netmask = "255.255.255.0", ManagementRanges = { new ManagementRange { StartIp = "10.20.100.140", EndIp = "10.20.100.190" } } } } }), "CNP4009", "seen-12"),
        new("taken: hypervisor of another name", Advanced, z => Cluster1(z).Hypervisor = "Kvmm", "CNP7001", "seen-13"),
        new("taken: dedicated VLANs of another zone on the same switches", Advanced, z => { z.OtherZones.Add(Neighbour(z)); z.OtherZones[0].PhysicalNetworks[1].VlanDedications.Add(new VlanDedication { Id = "d", Vlans = "550-560", Owner = new Owner { Domain = "ROOT", Account = "bank" } }); }, "CNP5007", "seen-20"),
    ];

    /// <summary>Slips of everyday work on hosts and wires.</summary>
    private static IEnumerable<Mutation> OfSlips() =>
    [
        new("guest bridge on the other bond of one host", Advanced, z => { z.Port("kvm2", "bond1").BridgeId = null; z.Port("kvm2", "bond0").BridgeId = z.Port("kvm2", "cloudbr1").Id; }, "CNP3106 CNP5101 CNP5102"),
        new("management address on the port of the bridge", Advanced, z => { z.Port("kvm2", "cloudbr0").Addresses.Clear(); ALab.Address(z.Port("kvm2", "eno1"), "10.20.100.12"); }, "CNP7006"),
        new("management address in the wrong subnet", Advanced, z => { z.Port("kvm2", "cloudbr0").Addresses[0].Address = IPAddress.Parse("10.20.101.12"); z.Device("kvm2").LogicalHost!.ManagementAddress = IPAddress.Parse("10.20.101.12"); }, "CNP4011"),
        new("storage address missing on one host, and no way there documented", Advanced, z => { z.Port("kvm2", "cloudbr2").Addresses.Clear(); z.Prefixes.Clear(); }, "CNP8010"),
        new("bond with one NIC of half the speed", Advanced, z => { z.Port("kvm2", "ens1f1").SpeedMbps = 10000; z.EndOf("kvm2", "ens1f1").SpeedMbps = 10000; }, "CNP6003"),
        new("VLAN device of another number below the storage bridge", Advanced, z => z.Port("kvm2", "bond0.200").VlanId = 201, "CNP5102 CNP5103"),
        new("bridge with a smaller MTU than its VLAN device", Advanced, z => { z.Port("kvm2", "bond0.200").Mtu = 1500; z.Port("kvm2", "bond0").Mtu = 1500; }, "CNP6201 CNP7003"),
        new("all legs of all hosts through one panel", Advanced, ThroughOnePanel, "CNP6303"),
        new("fibre in a copper port", Advanced, z => { z.Port("kvm2", "eno2").Connector = "1000base-t"; z.EndOf("kvm2", "eno2").Connector = "25gbase-x-sfp28"; z.CableAt("kvm2", "eno2").Type = "mmf-om4"; }, "CNP0104"),
        new("two front ports on one position", Advanced, z => ALab.Add(z.Device("pp-b1"), new Interface { Name = "15", Kind = InterfaceKind.FrontPort, RearPortId = z.Port("pp-b1", "R14").Id, RearPosition = 1 }), "CNP0105"),
        new("LLDP hears VLANs the port should not have", Advanced, z => z.Neighbours.First(n => n.InterfaceId == z.Port("kvm2", "eno2").Id).Vlans = VlanSet.Parse("300,500,599,700"), "CNP0202"),
        new("too few guest VLANs on two legs of two hosts", Advanced, z => { Without(z, "kvm2", "eno2", "555"); Without(z, "kvm3", "ens1f1", "555"); }, "CNP5101"),
        new("a host of the zone behind another switch that joins nothing", Advanced, z => Island(z), "CNP5105 CNP6302"),
    ];

    // Every leg of every host over pp-b1.
    private static void ThroughOnePanel(DesignSketch z)
    {
        var panel = z.Device("pp-b1");
        foreach (var (host, nic) in z.Devices.Where(d => d.LogicalHost is not null).SelectMany(d => d.Interfaces.Where(i => i.Kind == InterfaceKind.Physical).Select(i => (d.Name, i.Name))).ToList())
        {
            if (z.CableAt(host, nic).Ends.Exists(e => panel.Interfaces.Exists(i => i.Id == e.InterfaceId)))
                continue;
            var end = z.EndOf(host, nic);
            z.Cables.Remove(z.CableAt(host, nic));
            var rear = ALab.Add(panel, new Interface { Name = $"R{panel.Interfaces.Count}", Kind = InterfaceKind.RearPort, Positions = 1 });
            var front = ALab.Add(panel, new Interface { Name = $"{panel.Interfaces.Count}", Kind = InterfaceKind.FrontPort, RearPortId = rear.Id, RearPosition = 1 });
            z.Wire(z.Port(host, nic), front);
            z.Wire(rear, end);
        }
    }

    // kvm3's guest bond ends on a switch without a link to the others.
    private static void Island(DesignSketch z)
    {
        var island = DesignSketch.Added(z.Devices, new Domain.Catalogue.Devices.Device { Name = "sw-x", Role = Domain.Catalogue.Devices.DeviceRoles.Switch });
        var lag = ALab.Add(island, new Interface { Name = "po3", Kind = InterfaceKind.Bond, BondMode = BondMode.Lacp, Mode = SwitchPortMode.Trunk, TaggedVlans = VlanSet.Parse("300,500-599"), Mtu = 9216 });
        foreach (var nic in new[] { "eno2", "ens1f1" })
        {
            var end = z.EndOf("kvm3", nic);
            var port = ALab.Add(island, new Interface { Name = nic, BondId = lag.Id, Mtu = 9216, SpeedMbps = 25000 });
            z.CableAt("kvm3", nic).Ends.First(e => e.InterfaceId == end.Id).InterfaceId = port.Id;
            var heard = z.Neighbours.First(n => n.InterfaceId == z.Port("kvm3", nic).Id);
            (heard.SystemName, heard.PortId) = ("sw-x", nic);
        }
    }
}
