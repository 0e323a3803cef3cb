using System.Net;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Tests.Rules;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Tests.Truth.SoundZones;

namespace CloudNetPortal.Domain.Tests.Truth;

public static partial class Mutations
{
    private static IEnumerable<Mutation> OfComputeAndStorage() =>
    [
        new("cluster without a name", Advanced, z => Cluster1(z).Name = "", "CNP1002", "CS-1002"),
        new("two clusters of one name", Advanced, z => Pod1(z).Clusters.Add(new Cluster { Id = "c9", Name = Cluster1(z).Name, Hosts = [Cluster1(z).Hosts[2]], PrimaryStorages = { new PrimaryStorage { Id = "p9", Name = "second", Url = "nfs://10.20.200.5/second" } } }), "CNP1001 CNP7004", "CS-1006"),
        new("hypervisor nobody knows", Advanced, z => Cluster1(z).Hypervisor = "Nope", "CNP7001", "CS-1003 CS-1106"),
        new("cluster type Odd", Advanced, z => Cluster1(z).ClusterType = "Odd", "CNP7001", "CS-1005"),
        new("VMware cluster managed by CloudStack", Vmware, z => Cluster1(z).ClusterType = "CloudManaged", "CNP7001", "CS-1005"),
        new("VMware cluster without path", Vmware, z => Cluster1(z).Url = "http://198.18.0.20", "CNP7001", "CS-1008"),
        new("OVM in an edge zone", Edge, z => Become(z, "Ovm3"), "CNP1010", "CS-1010"),
        new("two operating systems in a cluster", Advanced, z => z.Device("kvm2").LogicalHost!.OperatingSystem = "Ubuntu 24.04", "CNP7002", "CS-1107 CS-1114"),
        new("two architectures in a cluster", Advanced, z => { foreach (var n in new[] { 1, 2, 3 }) z.Device($"kvm{n}").LogicalHost!.Architecture = n == 2 ? "aarch64" : "x86_64"; }, "CNP7002", "CS-1009"),
        new("one host twice", Advanced, z => Cluster1(z).Hosts.Add(new Host { Id = "again", Device = "kvm1", UserName = "root", PasswordRef = "r" }), "CNP7004", "CS-1109"),
        new("two hosts with one address", Advanced, z => { var other = z.Port("kvm2", "cloudbr0").Addresses[0]; other.Address = IPAddress.Parse("10.20.100.11"); z.Device("kvm2").LogicalHost!.ManagementAddress = other.Address; }, "CNP7004", "CS-1109"),
        new("cluster of machines outside", Advanced, z => Become(z, "External"), "CNP7001", "CS-1007"),
        new("bare metal host without tag", Advanced, z => Become(z, "BareMetal"), "CNP7001", "CS-1119"),
        new("host without user name", Advanced, z => Cluster1(z).Hosts[0].UserName = null, "CNP7005", "CS-1104"),
        new("host URL without scheme", Advanced, z => Cluster1(z).Hosts[0].Url = "sim/c0/h0", "CNP7005", "CS-1105"),
        new("management address on a NIC outside the label", Advanced, z => { z.Port("kvm1", "cloudbr0").Addresses.Clear(); ALab.Address(z.Port("kvm1", "cloudbr1"), "10.20.100.11"); }, "CNP7006"),
        new("VMware zone without datacenter", Vmware, z => z.Design.VmwareDatacenter = null, "CNP7007", "CS-1118 CS-1301"),
        new("VMware clusters of two datacenters", Vmware, z => Cluster1(z).Url = "http://198.18.0.20/other/c1", "CNP7007", "CS-1118 CS-1302"),
        new("storage ranges in one pod only", TwoPods, z => z.Design.Pods[1].StorageRanges.Clear(), "CNP8001"),
        new("storage label and no range", Advanced, z => Pod1(z).StorageRanges.Clear(), "CNP8002"),
        new("primary storage without scheme", Advanced, z => Cluster1(z).PrimaryStorages[0].Url = "10.20.200.5:/primary", "CNP8003", "CS-1203"),
        new("primary storage by ftp", Advanced, z => Cluster1(z).PrimaryStorages[0].Url = "ftp://10.20.200.5/primary", "CNP8003", "CS-1203"),
        new("secondary storage without scheme", Advanced, z => z.Design.SecondaryStorages[0].Url = "10.20.200.5/secondary", "CNP8003", "CS-1210"),
        new("zone-wide pool without hypervisor", Advanced, z => z.Design.PrimaryStorages.Add(new PrimaryStorage { Id = "zp", Name = "wide", Url = "nfs://10.20.200.5/wide", Scope = "zone" }), "CNP8004", "CS-1201"),
        new("XenServer management on a VLAN", Xen, z => { foreach (var host in z.Devices.Where(d => d.Name.StartsWith("xcp", StringComparison.Ordinal))) host.Interfaces.First(i => i.NameLabel == "Management").VlanId = 100; }, "CNP3202 CNP5104"),
        new("zone-wide pool for XenServer", Xen, z => z.Design.PrimaryStorages.Add(new PrimaryStorage { Id = "zp", Name = "wide", Url = "nfs://10.20.200.5/wide", Scope = "zone", Hypervisor = "XenServer" }), "CNP8004", "CS-1202"),
        new("pool of a file without local storage", Advanced, z => Cluster1(z).PrimaryStorages.Add(new PrimaryStorage { Id = "lp", Name = "local", Url = "file:///var/lib/libvirt/images" }), "CNP8004", "CS-1206"),
        new("two image store providers", Advanced, z => z.Design.SecondaryStorages.Add(new SecondaryStorage { Id = "s3", Name = "s3", Provider = "S3" }), "CNP8005", "CS-1208 CS-1209"),
        new("one pool twice", Advanced, z => Cluster1(z).PrimaryStorages.Add(new PrimaryStorage { Id = "pp", Name = "again", Url = "nfs://10.20.200.5/primary" }), "CNP8006", "CS-1205"),
        new("two image stores of one name", Advanced, z => z.Design.SecondaryStorages.Add(new SecondaryStorage { Id = "s2", Name = "secondary", Url = "nfs://10.20.200.5/more", Provider = "NFS" }), "CNP8006", "CS-1207"),
        new("one image store twice under two names", Advanced, z => z.Design.SecondaryStorages.Add(new SecondaryStorage { Id = "s2", Name = "more", Url = "nfs://10.20.200.5/secondary", Provider = "NFS" }), "CNP8006"),
        new("no secondary storage", Advanced, z => z.Design.SecondaryStorages.Clear(), "CNP8007", "CS-1810"),
        new("no primary storage", Advanced, z => Cluster1(z).PrimaryStorages.Clear(), "CNP8008", "CS-1810"),
        new("secondary storage in the public subnet", Advanced, z => z.Design.SecondaryStorages[0].Url = "nfs://203.0.113.9/secondary", "CNP8009"),
        new("network domain of 120 characters", Advanced, z => z.Design.NetworkDomain = string.Join('.', Long(50), Long(50), Long(18)), "CNP9004", "CS-1807"),
    ];

    private static IEnumerable<Mutation> OfHosts() =>
    [
        new("guest bridge missing on one host", Advanced, z => Remove(z, "kvm2", "cloudbr1"), "CNP3002", "CS-1115"),
        new("storage bridge missing on one host", Advanced, z => Remove(z, "kvm2", "cloudbr2"), "CNP3003"),
        new("bridge without port", Advanced, z => z.Port("kvm2", "bond1").BridgeId = null, "CNP3101", "CS-1112"),
        new("bridge over a name the agent does not know", Advanced, z => z.Port("kvm2", "bond1").Name = "TenBond", "CNP3101"),
        new("bridge with two uplinks", Advanced, z => { ALab.Add(z.Device("kvm2"), new Interface { Name = "dummy0", Kind = InterfaceKind.Virtual, BridgeId = z.Port("kvm2", "cloudbr1").Id }); }, "CNP3101"),
        new("uplink name too long for four-digit VLANs", Advanced, z => { foreach (var n in new[] { 1, 2, 3 }) z.Port($"kvm{n}", "bond1").Name = "bondguest0"; Guests(z).GuestVlans = "500-599"; }, "CNP3102", "CS-1808"),
        new("guest label on a VLAN device", Advanced, z => { foreach (var n in new[] { 1, 2, 3 }) { z.Port($"kvm{n}", "bond1").BridgeId = null; ALab.Add(z.Device($"kvm{n}"), new Interface { Name = "bond1.400", Kind = InterfaceKind.Vlan, ParentId = z.Port($"kvm{n}", "bond1").Id, VlanId = 400, BridgeId = z.Port($"kvm{n}", "cloudbr1").Id }); Allow(z, $"kvm{n}", "400"); } }, "CNP3103"),
        new("VLAN device of the host on a guest VLAN", Advanced, z => { var vlan = ALab.Add(z.Device("kvm2"), new Interface { Name = "bond1.555", Kind = InterfaceKind.Vlan, ParentId = z.Port("kvm2", "bond1").Id, VlanId = 555 }); ALab.Address(vlan, "10.55.5.2"); }, "CNP3104"),
        new("storage range repeats the VLAN of its bridge", Advanced, z => Storage1(z).Vlan = "200", "CNP3104"),
        new("VLAN device on top of a label bridge", Advanced, z => { var vlan = ALab.Add(z.Device("kvm2"), new Interface { Name = "cloudbr1.3", Kind = InterfaceKind.Vlan, ParentId = z.Port("kvm2", "cloudbr1").Id, VlanId = 3 }); ALab.Address(vlan, "10.3.0.2"); }, "CNP3105"),
        new("uplink named otherwise on one host", Advanced, z => z.Port("kvm2", "bond1").Name = "bond7", "CNP3106"),
        new("VXLAN label without address on one host", Vxlan, z => z.Port("kvm2", "cloudbr2").Addresses.Clear(), "CNP3108"),
        new("Open vSwitch host with a Linux bridge", OpenVSwitch, z => z.Port("kvm2", "cloudbr1").Kind = InterfaceKind.Bridge, "CNP3002"),
        new("one host with Open vSwitch in a cluster of bridges", Advanced, z => { z.Device("kvm2").LogicalHost!.UsesOpenVSwitch = true; foreach (var bridge in z.Device("kvm2").Interfaces.Where(i => i.Kind == InterfaceKind.Bridge)) bridge.Kind = InterfaceKind.OvsBridge; }, "CNP7002"),
        new("one host with another bond mode", Advanced, z => { z.Port("kvm2", "bond1").BondMode = BondMode.BalanceXor; foreach (var nic in new[] { "eno2", "ens1f1" }) Lag(z, "kvm2", nic).BondMode = BondMode.Static; }, "CNP7003"),
        new("two NICs of one MAC", Advanced, z => z.Port("kvm2", "eno2").Mac = z.Port("kvm1", "eno2").Mac, "CNP0101"),
        new("two boxes in one unit", Advanced, z => z.Device("kvm2").Position = z.Device("kvm1").Position, "CNP0102"),
    ];

    private static IEnumerable<Mutation> OfWires() =>
    [
        new("two cables in a port", Advanced, z => z.Wire(z.EndOf("kvm1", "eno1"), ALab.Add(z.Device("nas1"), new Interface { Name = "e9" })), "CNP0103"),
        new("LLDP hears another port", Advanced, z => z.Neighbours.First(n => n.InterfaceId == z.Port("kvm2", "eno2").Id).PortId = "kvm3-eno2", "CNP0201"),
        new("LLDP hears another switch", Advanced, z => z.Neighbours.First(n => n.InterfaceId == z.Port("kvm2", "eno2").Id).SystemName = "sw-x", "CNP0201"),
        new("guest VLAN missing on one leg", Advanced, z => Without(z, "kvm2", "ens1f1", "555"), "CNP5101"),
        new("guest VLAN missing on the leg behind the panel", Advanced, z => Without(z, "kvm1", "ens1f1", "555"), "CNP5101"),
        new("public VLAN missing on one leg", Advanced, z => Without(z, "kvm2", "eno2", "300"), "CNP5102"),
        new("VLAN below the management bridge missing on one leg", Advanced, z => Without(z, "kvm2", "eno1", "100"), "CNP5102"),
        new("VLAN below the storage bridge missing on one leg", Advanced, z => Without(z, "kvm2", "eno1", "200"), "CNP5102"),
        new("guest NIC on an access port", Advanced, z => { foreach (var end in Ends(z, "kvm2", "eno2")) (end.Mode, end.TaggedVlans, end.UntaggedVlan) = (SwitchPortMode.Access, null, 50); }, "CNP5101 CNP5102"),
        new("basic guest port in another VLAN", Basic, z => { foreach (var nic in new[] { "eno2", "ens1f1" }) foreach (var end in Ends(z, "kvm2", nic)) end.UntaggedVlan = 51; }, "CNP5103"),
        new("native VLANs of a bond's legs differ", Advanced, z => { foreach (var end in Ends(z, "kvm2", "eno2")) end.UntaggedVlan = 201; foreach (var end in Ends(z, "kvm2", "ens1f1")) end.UntaggedVlan = 202; }, "CNP5104"),
        new("native VLAN is a guest VLAN", Advanced, z => { foreach (var nic in new[] { "eno2", "ens1f1" }) foreach (var end in Ends(z, "kvm2", nic)) end.UntaggedVlan = 555; }, "CNP5104"),
        new("link between the switches lacks a guest VLAN", Advanced, z => { foreach (var name in new[] { "sw-a", "sw-b" }) (z.Port(name, "peer").Mode, z.Port(name, "peer").TaggedVlans) = (SwitchPortMode.Trunk, VlanSet.Parse("100,200,300,500-554,556-599")); }, "CNP5105"),
        new("cable taken out", Advanced, z => z.Cables.Remove(z.CableAt("kvm2", "eno2")), "CNP6001 CNP0201"),
        new("cable behind the panel missing", Advanced, z => z.Cables.Remove(z.CableAt("pp-b1", "R14")), "CNP6001"),
        new("switch port shut down", Advanced, z => z.EndOf("kvm2", "eno2").Enabled = false, "CNP6002"),
        new("switch failed", Advanced, z => z.Device("sw-b").Status = LifeCycle.Failed, "CNP6002"),
        new("cable to be taken away", Advanced, z => z.CableAt("kvm2", "eno2").Status = LifeCycle.Planned, "CNP6002"),
        new("slow port", Advanced, z => z.EndOf("kvm2", "eno2").SpeedMbps = 10000, "CNP6003"),
        new("cables of two hosts swapped", Advanced, z => Swap(z, ("kvm1", "eno2"), ("kvm2", "eno2")), "CNP0201 CNP6102"),
        new("host bond without LACP", Advanced, z => { foreach (var n in new[] { 1, 2, 3 }) z.Port($"kvm{n}", "bond1").BondMode = BondMode.ActiveBackup; }, "CNP6101"),
        new("switch without LAG", Advanced, z => { foreach (var nic in new[] { "eno2", "ens1f1" }) { var (port, lag) = (z.EndOf("kvm2", nic), Lag(z, "kvm2", nic)); (port.BondId, port.Mode, port.TaggedVlans) = (null, lag.Mode, lag.TaggedVlans); } }, "CNP6101"),
        new("static LAG for an LACP bond", Advanced, z => { foreach (var nic in new[] { "eno2", "ens1f1" }) Lag(z, "kvm2", nic).BondMode = BondMode.Static; }, "CNP6101"),
        new("legs in two LAGs that are no group", Advanced, z => { foreach (var nic in new[] { "eno2", "ens1f1" }) Lag(z, "kvm2", nic).MlagGroup = null; }, "CNP6102"),
        new("switch port too small for the bond", Advanced, z => { foreach (var end in Ends(z, "kvm2", "eno1")) end.Mtu = 1500; }, "CNP6201"),
        new("NIC smaller than its bond", Advanced, z => z.Port("kvm2", "eno1").Mtu = 1500, "CNP6201"),
        new("underlay too small for VXLAN", Vxlan, z => { foreach (var end in Ends(z, "kvm2", "eno1")) end.Mtu = 1500; foreach (var name in new[] { "eno1", "ens1f0", "bond0", "bond0.200", "cloudbr2" }) z.Port("kvm2", name).Mtu = 1500; }, "CNP6202 CNP6203 CNP7003"),
        new("storage server with a small MTU", Advanced, z => z.Port("nas1", "e0").Mtu = 1500, "CNP6203"),
        new("label over a single NIC", Advanced, z => { var nic = z.Port("kvm2", "ens1f1"); nic.BondId = null; nic.Purpose = "spare"; }, "CNP6301 CNP7003"),
        new("both legs on one switch", Advanced, z => BothOnOneSwitch(z), "CNP6302"),
    ];

    private static IEnumerable<Interface> Ends(DesignSketch z, string host, string nic) => [z.EndOf(host, nic), Lag(z, host, nic)];

    private static Interface Lag(DesignSketch z, string host, string nic)
    {
        var end = z.EndOf(host, nic);
        return z.Devices.SelectMany(d => d.Interfaces).First(i => i.Id == end.BondId);
    }

    private static void Without(DesignSketch z, string host, string nic, string vlan)
    {
        foreach (var end in Ends(z, host, nic))
            end.TaggedVlans = end.TaggedVlans!.Except(VlanSet.Parse(vlan));
    }

    private static void Allow(DesignSketch z, string host, string vlan)
    {
        foreach (var end in new[] { "eno2", "ens1f1" }.SelectMany(n => Ends(z, host, n)))
            end.TaggedVlans = end.TaggedVlans!.Union(VlanSet.Parse(vlan));
    }

    private static void Remove(DesignSketch z, string host, string name)
    {
        var gone = z.Port(host, name);
        z.Device(host).Interfaces.Remove(gone);
        foreach (var port in z.Device(host).Interfaces.Where(i => i.BridgeId == gone.Id))
            port.BridgeId = null;
    }

    private static void Swap(DesignSketch z, (string Host, string Nic) a, (string Host, string Nic) b)
    {
        var (first, second) = (End(a), End(b));
        (first.InterfaceId, second.InterfaceId) = (second.InterfaceId, first.InterfaceId);

        CableEnd End((string Host, string Nic) at) => z.CableAt(at.Host, at.Nic).Ends.First(e => e.InterfaceId == z.Port(at.Host, at.Nic).Id);
    }

    private static void BothOnOneSwitch(DesignSketch z)
    {
        var (lag, port) = (Lag(z, "kvm2", "eno2"), z.EndOf("kvm2", "ens1f1"));
        var moved = ALab.Add(z.Device("sw-a"), new Interface { Name = "moved", BondId = lag.Id, Mtu = port.Mtu, Mode = port.Mode, TaggedVlans = port.TaggedVlans, SpeedMbps = port.SpeedMbps });
        z.CableAt("kvm2", "ens1f1").Ends.First(e => e.InterfaceId == port.Id).InterfaceId = moved.Id;
        var heard = z.Neighbours.First(n => n.InterfaceId == z.Port("kvm2", "ens1f1").Id);
        (heard.SystemName, heard.PortId) = ("sw-a", "moved");
        z.Device("sw-b").Interfaces.RemoveAll(i => i.Id == port.BondId || i.Id == port.Id);
    }
}
