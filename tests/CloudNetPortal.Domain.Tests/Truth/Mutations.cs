using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Tests.Rules;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Tests.Truth.SoundZones;

namespace CloudNetPortal.Domain.Tests.Truth;

/// <summary>Single faults of all kinds, with the rules that must tell each. Those with CS numbers are what the management server would refuse, or accept and regret.</summary>
public static partial class Mutations
{
    public static IReadOnlyDictionary<string, Func<DesignSketch>> Bases { get; } = new Dictionary<string, Func<DesignSketch>>
    {
        ["advanced"] = Advanced, ["two pods"] = TwoPods, ["basic"] = Basic, ["security groups"] = SecurityGroups, ["edge"] = Edge, ["vxlan"] = Vxlan, ["open vswitch"] = OpenVSwitch, ["xen"] = Xen, ["vmware"] = Vmware, ["standing"] = Standing,
    };

    public static IReadOnlyList<Mutation> All { get; } = [.. OfZones(), .. OfTraffic(), .. OfAddresses(), .. OfVlans(), .. OfComputeAndStorage(), .. OfHosts(), .. OfWires(), .. OfLaxness(), .. OfSlips(), .. OfStandingZones()];

    /// <summary>Those that edit the design.</summary>
    public static IReadOnlyList<Mutation> OfDesigns { get; } = [.. OfZones(), .. OfTraffic(), .. OfAddresses(), .. OfVlans(), .. OfLaxness()];

    private static Pod Pod1(DesignSketch z) => z.Design.Pods[0];
    private static Cluster Cluster1(DesignSketch z) => z.Design.Pods[0].Clusters[0];
    private static PublicRange Public1(DesignSketch z) => z.Design.PublicRanges[0];
    private static StorageRange Storage1(DesignSketch z) => z.Design.Pods[0].StorageRanges[0];
    private static ManagementRange Management1(DesignSketch z) => z.Design.Pods[0].ManagementRanges[0];
    private static PhysicalNetwork Guests(DesignSketch z) => z.Design.PhysicalNetworks.First(n => n.Traffic("Guest") is not null);
    private static string Long(int length) => new('x', length);

    private static PublicRange Beside(string start, string end, string mask = "255.255.255.0", string gateway = "203.0.113.1", string? vlan = "300") =>
        new() { Id = "second", Gateway = gateway, Netmask = mask, StartIp = start, EndIp = end, Vlan = vlan };

    private static IEnumerable<Mutation> OfZones() =>
    [
        new("zone named as another, in capitals", Advanced, z => z.OtherZones.Add(new ZoneDesign { Name = "ZONE1" }), "CNP1001", "CS-107"),
        new("two pods of one name", TwoPods, z => z.Design.Pods[1].Name = "Pod1", "CNP1001", "CS-503"),
        new("two physical networks of one name", Advanced, z => z.Net("guest-a").Name = "mgmt-net", "CNP1001", "CS-224 CS-1811"),
        new("zone without a name", Advanced, z => z.Design.Name = " ", "CNP1002", "CS-002"),
        new("zone name of 256 characters", Advanced, z => z.Design.Name = Long(256), "CNP1002", "CS-003"),
        new("tab in a pod's name", Advanced, z => Pod1(z).Name = "pod\t1", "CNP1002", "CS-007"),
        new("network domain starts with a hyphen", Advanced, z => z.Design.NetworkDomain = "-cloud.example", "CNP1002", "CS-106"),
        new("angle brackets in the zone's name", Advanced, z => z.Design.Name = "<b>x</b>", "CNP1002"),
        new("kind of zone nobody knows", Advanced, z => z.Design.Kind = "Fancy", "CNP1003", "CS-101"),
        new("zone detail without a key", Advanced, z => z.Design.Details.Add(new Detail { Id = "d", Key = "", Value = "x" }), "CNP1002", "CS-119"),
        new("guest CIDR in a basic zone", Basic, z => z.Design.GuestCidr = "10.1.1.0/24", "CNP1003", "CS-102"),
        new("guest VLANs in a basic zone", Basic, z => Guests(z).GuestVlans = "500-599", "CNP1003", "CS-208"),
        new("broadcast domain POD in an advanced zone", Advanced, z => Guests(z).BroadcastDomainRange = "POD", "CNP1003", "CS-209 CS-210"),
        new("two physical networks in a basic zone", Basic, z => DesignSketch.Added(z.Design.PhysicalNetworks, new PhysicalNetwork { Id = "n2", Name = "second" }), "CNP1004", "CS-203"),
        new("two guest networks in a basic zone", Basic, z => z.Say("shared more DefaultSharedNetworkOfferingWithSGService"), "CNP1005", "CS-904"),
        new("VLAN on the guest network of a basic zone", Basic, z => z.Design.GuestNetworks[0].Vlan = "291", "CNP1005", "CS-904"),
        new("public traffic in a basic zone", Basic, z => z.Design.PhysicalNetworks[0].TrafficTypes.Add(new TrafficType { Id = "p", Type = "Public", Labels = { ["KVM"] = "cloudbr1" } }), "CNP1006", "CS-307"),
        new("public range with security groups", SecurityGroups, z => z.Say("public 198.51.100.10-198.51.100.60/24 gw 198.51.100.1 vlan 300"), "CNP1007", "CS-705"),
        new("security groups without shared network", SecurityGroups, z => z.Design.GuestNetworks.Clear(), "CNP1008 CNP9002", "CS-707"),
        new("management range in an edge zone", Edge, z => (Pod1(z).Gateway, Pod1(z).Netmask, Pod1(z).ManagementRanges) = ("10.20.100.1", "255.255.255.0", [new ManagementRange { Id = "m", StartIp = "10.20.100.100", EndIp = "10.20.100.150" }]), "CNP1009", "CS-502 CS-1812"),
        new("public range in an edge zone", Edge, z => z.Say(Public), "CNP1009", "CS-713 CS-1812"),
        new("OVM with security groups", SecurityGroups, z => Become(z, "Ovm3"), "CNP1010", "CS-1004"),
        new("zone without cluster", Advanced, z => Pod1(z).Clusters.Clear(), "CNP1011", "CS-117"),
        new("empty cluster", Advanced, z => Cluster1(z).Hosts.Clear(), "CNP1011 CNP8004"),
        new("account and project own one range", Advanced, z => { z.Design.PublicRanges.Add(Beside("203.0.113.70", "203.0.113.90")); z.Design.PublicRanges[1].DedicatedTo = new Owner { Domain = "ROOT", Account = "acme", Project = "p" }; }, "CNP1014", "CS-703"),
        new("range for system VMs with an owner", Advanced, z => { z.Design.PublicRanges.Add(Beside("203.0.113.70", "203.0.113.90")); (z.Design.PublicRanges[1].ForSystemVms, z.Design.PublicRanges[1].DedicatedTo) = (true, new Owner { Domain = "ROOT", Account = "acme" }); }, "CNP1014", "CS-702 CS-736"),
    ];

    private static IEnumerable<Mutation> OfTraffic() =>
    [
        new("management on two physical networks", Advanced, z => Guests(z).TrafficTypes.Add(new TrafficType { Id = "m2", Type = "Management", Labels = { ["KVM"] = "cloudbr0" } }), "CNP2001", "CS-116 CS-304"),
        new("guest twice on a physical network", Advanced, z => Guests(z).TrafficTypes.Add(new TrafficType { Id = "g2", Type = "Guest", Labels = { ["KVM"] = "cloudbr1" } }), "CNP2001", "CS-303"),
        new("traffic type Vpn", Advanced, z => Guests(z).TrafficTypes.Add(new TrafficType { Id = "v", Type = "Vpn", Labels = { ["KVM"] = "cloudbr1" } }), "CNP2001", "CS-302"),
        new("no public traffic", Advanced, z => Guests(z).TrafficTypes.RemoveAll(t => t.Type == "Public"), "CNP2002", "CS-114"),
        new("no management traffic", Advanced, z => z.Net("mgmt-net").TrafficTypes.RemoveAll(t => t.Type == "Management"), "CNP2002", "CS-113"),
        new("no storage traffic though there are ranges", Advanced, z => z.Net("mgmt-net").TrafficTypes.RemoveAll(t => t.Type == "Storage"), "CNP2003 CNP8002", "CS-115 CS-603"),
        new("two guest networks without tag", Advanced, z => { Guests(z).GuestVlans = "500-549"; z.Say("net guest-b VLAN vlans 550-599 Guest=cloudbr1"); z.Net("guest-b").Providers.AddRange(Guests(z).Providers); }, "CNP2004", "CS-305"),
        new("two tags on a physical network", Advanced, z => Guests(z).Tags.AddRange(["a", "b"]), "CNP2004", "CS-204 CS-205"),
        new("isolation written small", Advanced, z => Guests(z).IsolationMethods[0] = "vlan", "CNP2006", "CS-207"),
        new("two isolation methods", Advanced, z => Guests(z).IsolationMethods.Add("VXLAN"), "CNP2006", "CS-206"),
        new("GRE without Open vSwitch", Advanced, z => (Guests(z).IsolationMethods[0], Guests(z).GuestVlans) = ("GRE", "5000-5999"), "CNP2006", "CS-207"),
        new("virtual router left disabled", Advanced, z => Guests(z).Providers[0].Enabled = false, "CNP2007", "CS-410 CS-1809 CS-222"),
        new("provider nobody knows", Advanced, z => Guests(z).Providers.Add(new NetworkProvider { Id = "x", Name = "Nonsense" }), "CNP2007", "CS-401 CS-403"),
        new("shared network with a VLAN of the guest set", SecurityGroups, z => z.Design.GuestNetworks[0].Vlan = "550", "CNP5005", "CS-908"),
        new("two shared networks on one VLAN", SecurityGroups, z => z.Say("shared second DefaultSharedNetworkOfferingWithSGService 198.51.100.10-198.51.100.60/24 gw 198.51.100.1 vlan 300"), "CNP5005", "CS-909"),
        new("shared network without gateway", SecurityGroups, z => (z.Design.GuestNetworks[0].Gateway, z.Design.GuestNetworks[0].Netmask) = (null, null), "CNP2008", "CS-910 CS-707 CS-916"),
        new("shared network without VLAN though its offering asks for one", SecurityGroups, z => z.Design.GuestNetworks[0].Vlan = null, "CNP2008", "CS-907"),
        new("shared network with an offering the cloud has not", SecurityGroups, z => { z.Design.GuestNetworks[0].Offering = "Fancy"; z.Cloud = Read(); }, "CNP2008", "CS-901"),
        new("shared network with a disabled offering", SecurityGroups, z => { z.Design.GuestNetworks[0].Offering = "Old"; z.Cloud = Read(new OfferingFacts("Old", "Shared") { SpecifyVlan = true, SpecifyIpRanges = true, State = "Disabled", Services = Secure }); }, "CNP2008", "CS-901"),
        new("shared network with an offering without addresses", SecurityGroups, z => { z.Design.GuestNetworks[0].Offering = "Bare"; z.Cloud = Read(new OfferingFacts("Bare", "Shared") { SpecifyVlan = true, Services = Secure }); }, "CNP2008", "CS-911"),
        new("offering with source NAT in a zone with security groups", SecurityGroups, z => { z.Design.GuestNetworks[0].Offering = "Nat"; z.Cloud = Read(new OfferingFacts("Nat", "Shared") { SpecifyVlan = true, SpecifyIpRanges = true, Services = new Dictionary<string, IReadOnlyList<string>>(Secure) { ["SourceNat"] = ["VirtualRouter"] } }); }, "CNP1008", "CS-905"),
        new("elastic addresses outside a basic zone", SecurityGroups, z => { z.Design.GuestNetworks[0].Offering = "OurEIP"; z.Cloud = Read(new OfferingFacts("OurEIP", "Shared") { SpecifyVlan = true, SpecifyIpRanges = true, Services = new Dictionary<string, IReadOnlyList<string>>(Secure) { ["Lb"] = ["VirtualRouter"], ["StaticNat"] = ["VirtualRouter"] } }); }, "CNP2008", "CS-906"),
        new("offering whose tag no physical network has", SecurityGroups, z => { z.Design.GuestNetworks[0].Offering = "Mpls"; z.Cloud = Read(new OfferingFacts("Mpls", "Shared") { SpecifyVlan = true, SpecifyIpRanges = true, Tags = ["mpls"], Services = Secure }); }, "CNP2005", "CS-306"),
        new("tag that no offering carries", Advanced, z => { Guests(z).Tags.Add("gold"); z.Cloud = Read(); }, "CNP2005"),
        new("guest and management on the same NICs in a basic zone", Basic, z => z.Traffic("Management").Labels["KVM"] = "cloudbr1", "CNP2009 CNP5103 CNP7006"),
        new("label empty", Advanced, z => z.Traffic("Public").Labels["KVM"] = "", "CNP3001", "CS-309"),
        new("label misspelled", Advanced, z => z.Traffic("Guest").Labels["KVM"] = "clodubr1", "CNP3002", "CS-1112 CS-1115"),
        new("label in capitals", Advanced, z => z.Traffic("Management").Labels["KVM"] = "Cloudbr0", "CNP3002"),
        new("storage label misspelled", Advanced, z => z.Traffic("Storage").Labels["KVM"] = "cloudbr22", "CNP3003"),
        new("blank after a label", Advanced, z => z.Traffic("Guest").Labels["KVM"] = "cloudbr1 ", "CNP3004", "CS-308"),
        new("label of 256 characters", Advanced, z => z.Traffic("Guest").Labels["KVM"] = Long(256), "CNP3004", "CS-308 CS-003"),
        new("label cloud0", Advanced, z => z.Traffic("Guest").Labels["KVM"] = "cloud0", "CNP3004"),
        new("XenServer label is a bridge name", Xen, z => z.Traffic("Guest").Labels["XenServer"] = z.Device("xcp1").Interfaces.First(i => i.NameLabel == "Guests").Name, "CNP3201"),
        new("XenServer label is a VLAN network though guests are tagged", Xen, z => { z.Traffic("Guest").Labels["XenServer"] = "Storage"; z.Traffic("Public").Labels["XenServer"] = "Storage"; }, "CNP3202 CNP5101 CNP5102"),
        new("VMware label with four fields", Vmware, z => z.Traffic("Guest").Labels["VMware"] = "dvSwitch1,,vmwaredvs,x", "CNP3301", "CS-314"),
        new("VMware label with a VLAN that is none", Vmware, z => z.Traffic("Management").Labels["VMware"] = "vSwitch0,abc", "CNP3301", "CS-314"),
        new("distributed switch without type", Vmware, z => { z.Traffic("Guest").Labels["VMware"] = "dvSwitch1"; z.Traffic("Public").Labels["VMware"] = "dvSwitch1"; }, "CNP3302"),
        new("VLAN in a public VMware label", Vmware, z => z.Traffic("Public").Labels["VMware"] = "dvSwitch1,300,vmwaredvs", "CNP3303"),
        new("guest and public with different switch types", Vmware, z => z.Traffic("Public").Labels["VMware"] = "vSwitch0", "CNP3304 CNP5102", "CS-315"),
        new("management on a Nexus switch", Vmware, z => z.Traffic("Management").Labels["VMware"] = "vSwitch0,100,nexusdvs", "CNP3302 CNP3304", "CS-316"),
    ];

    private static IEnumerable<Mutation> OfAddresses() =>
    [
        new("pod without gateway", Advanced, z => Pod1(z).Gateway = null, "CNP4001", "CS-501"),
        new("pod netmask with a hole", Advanced, z => Pod1(z).Netmask = "255.0.255.0", "CNP4001", "CS-504 CS-517"),
        new("management range outside its subnet", Advanced, z => (Management1(z).StartIp, Management1(z).EndIp) = ("10.20.101.100", "10.20.101.150"), "CNP4001", "CS-505"),
        new("management range ends before it starts", Advanced, z => (Management1(z).StartIp, Management1(z).EndIp) = ("10.20.100.150", "10.20.100.100"), "CNP4001", "CS-505"),
        new("pod gateway with a letter", Advanced, z => Pod1(z).Gateway = "10.20.100.x", "CNP4001", "CS-507"),
        new("storage netmask with a hole", Advanced, z => Storage1(z).Netmask = "255.0.255.0", "CNP4001", "CS-601"),
        new("storage range ends before it starts", Advanced, z => (Storage1(z).StartIp, Storage1(z).EndIp) = ("10.20.200.150", "10.20.200.100"), "CNP4001", "CS-606 CS-1803"),
        new("public range without start", Advanced, z => Public1(z).StartIp = "", "CNP4001", "CS-701"),
        new("public gateway outside", Advanced, z => Public1(z).Gateway = "203.0.114.1", "CNP4001", "CS-717"),
        new("public netmask that is none", Advanced, z => Public1(z).Netmask = "255.255.255.1", "CNP4001", "CS-716"),
        new("public range ends before it starts", Advanced, z => (Public1(z).StartIp, Public1(z).EndIp) = ("203.0.113.60", "203.0.113.10"), "CNP4001", "CS-718"),
        new("pod gateway in its range", Advanced, z => Management1(z).StartIp = "10.20.100.1", "CNP4002 CNP4008", "CS-508 CS-513"),
        new("public gateway in its range", Advanced, z => Public1(z).StartIp = "203.0.113.1", "CNP4002", "CS-718 CS-733"),
        new("storage gateway in its range", Advanced, z => Storage1(z).Gateway = "10.20.200.120", "CNP4002 CNP4012", "CS-606 CS-1803"),
        new("guest CIDR of other people", Advanced, z => z.Design.GuestCidr = "198.51.100.0/24", "CNP4003", "CS-105"),
        new("two guest CIDRs", Advanced, z => z.Design.GuestCidr = "10.1.1.0/24,10.1.2.0/24", "CNP4003", "CS-105 CS-1807"),
        new("pod subnet in the guest CIDR", Advanced, z => z.Design.GuestCidr = "10.20.100.192/26", "CNP4004", "CS-509 CS-511"),
        new("two pods in one subnet", TwoPods, z => (z.Design.Pods[1].Gateway, z.Design.Pods[1].ManagementRanges[0].StartIp, z.Design.Pods[1].ManagementRanges[0].EndIp) = ("10.20.100.1", "10.20.100.160", "10.20.100.170"), "CNP4004 CNP5103 CNP4011", "CS-510"),
        new("two management ranges overlap", Advanced, z => Pod1(z).ManagementRanges.Add(new ManagementRange { Id = "m2", StartIp = "10.20.100.140", EndIp = "10.20.100.160" }), "CNP4005", "CS-518 CS-520"),
        new("two public ranges overlap", Advanced, z => z.Design.PublicRanges.Add(Beside("203.0.113.50", "203.0.113.90")), "CNP4005", "CS-722 CS-727"),
        new("public range over the management range", Advanced, z => z.Design.PublicRanges.Add(Beside("10.20.100.140", "10.20.100.160", gateway: "10.20.100.1", vlan: "300")), "CNP4005 CNP4010", "CS-506 CS-712"),
        new("storage range over the management range", Advanced, z => (Storage1(z).Gateway, Storage1(z).StartIp, Storage1(z).EndIp) = ("10.20.100.1", "10.20.100.140", "10.20.100.160"), "CNP4005 CNP5103", "CS-604"),
        new("two storage ranges overlap", Advanced, z => Pod1(z).StorageRanges.Add(new StorageRange { Id = "s2", Gateway = "10.20.200.1", Netmask = "255.255.255.0", StartIp = "10.20.200.140", EndIp = "10.20.200.160" }), "CNP4005", "CS-605"),
        new("two netmasks on one public VLAN", Advanced, z => z.Design.PublicRanges.Add(Beside("203.0.113.70", "203.0.113.90", mask: "255.255.255.128")), "CNP4006 CNP4012", "CS-721"),
        new("one public subnet on two VLANs", Advanced, z => z.Design.PublicRanges.Add(Beside("203.0.113.70", "203.0.113.90", vlan: "599")), "CNP4006 CNP5004", "CS-723"),
        new("guest CIDR over the storage subnet", Advanced, z => z.Design.GuestCidr = "10.20.200.0/24", "CNP4007", "CS-719"),
        new("host address in the management range", Advanced, z => Management1(z).StartIp = "10.20.100.12", "CNP4008", "CS-1804"),
        new("storage server in the storage range", Advanced, z => Storage1(z).StartIp = "10.20.200.5", "CNP4008", "CS-1803 CS-1804"),
        new("another zone has the same public addresses", Advanced, z => z.OtherZones.Add(new ZoneDesign { Name = "other", PublicRanges = { Beside("203.0.113.50", "203.0.113.90") } }), "CNP4009", "CS-1805 CS-524"),
        new("public and management in one subnet", Advanced, z => z.Design.PublicRanges.Add(Beside("10.20.100.160", "10.20.100.170", gateway: "10.20.100.1")), "CNP4010", "CS-739"),
        new("pod in a subnet its hosts are not in", Advanced, z => (Pod1(z).Gateway, Management1(z).StartIp, Management1(z).EndIp) = ("10.20.101.1", "10.20.101.100", "10.20.101.150"), "CNP4011"),
        new("gateway other than documented", Advanced, z => Pod1(z).Gateway = "10.20.100.254", "CNP4012"),
        new("no DNS", Advanced, z => z.Design.Dns1 = null, "CNP4013", "CS-001 CS-109"),
        new("internal DNS that is no address", Advanced, z => z.Design.InternalDns1 = "10.20.100", "CNP4013", "CS-109"),
        new("IPv6 DNS that is none", Advanced, z => z.Design.Ip6Dns1 = "10.0.0.1", "CNP4013", "CS-110"),
        new("internal DNS inside the guest CIDR", Advanced, z => z.Design.InternalDns1 = "10.1.1.5", "CNP4013"),
        new("storage range in the control network", Advanced, z => (Storage1(z).Gateway, Storage1(z).StartIp, Storage1(z).EndIp) = ("169.254.20.1", "169.254.20.100", "169.254.20.150"), "CNP4014"),
        new("basic pod without guest range", Basic, z => Pod1(z).GuestRanges.Clear(), "CNP4017 CNP9002", "CS-714"),
        new("tagged guest range in a basic zone", Basic, z => Pod1(z).GuestRanges[0].Vlan = "291", "CNP4017", "CS-904"),
        new("management range of one address", Advanced, z => Management1(z).EndIp = Management1(z).StartIp, "CNP9001"),
        new("public range of one address", Advanced, z => Public1(z).EndIp = Public1(z).StartIp, "CNP9002"),
    ];

    private static IEnumerable<Mutation> OfVlans() =>
    [
        new("guest VLANs with blanks and a semicolon", Advanced, z => Guests(z).GuestVlans = "500 - 549;551", "CNP5001", "CS-212"),
        new("guest VLAN 4095", Advanced, z => Guests(z).GuestVlans = "500-599,4095", "CNP5001", "CS-213"),
        new("guest VLANs backwards", Advanced, z => Guests(z).GuestVlans = "599-500", "CNP5001", "CS-214"),
        new("guest VLANs in three parts", Advanced, z => Guests(z).GuestVlans = "10-20-30", "CNP5001", "CS-212"),
        new("public VLAN that is text", Advanced, z => Public1(z).Vlan = "abc", "CNP5001", "CS-728 CS-1801"),
        new("public VLAN that is a range", Advanced, z => Public1(z).Vlan = "100-101", "CNP5001", "CS-728 CS-1801"),
        new("public VLAN 0", Advanced, z => Public1(z).Vlan = "0", "CNP5001", "CS-728 CS-1801"),
        new("public VLAN 4095", Advanced, z => Public1(z).Vlan = "4095", "CNP5001", "CS-728 CS-1801"),
        new("storage VLAN that is text", Advanced, z => Storage1(z).Vlan = "abc", "CNP5001", "CS-606 CS-1803"),
        new("no guest VLANs", Advanced, z => Guests(z).GuestVlans = null, "CNP5002"),
        new("one VLAN on two physical networks", Advanced, z => { Guests(z).Tags.Add("a"); z.Say("net guest-b VLAN vlans 590-599 tag b Guest=cloudbr1"); z.Net("guest-b").Providers.AddRange(Guests(z).Providers); }, "CNP5003", "CS-216"),
        new("one VNI on two physical networks", Vxlan, z => { Guests(z).Tags.Add("a"); z.Say("net overlay-b VXLAN vlans 4000-6999 tag b Guest=cloudbr2"); z.Net("overlay-b").Providers.AddRange(Guests(z).Providers); }, "CNP5003", "CS-215"),
        new("public VLAN in the guest set", Advanced, z => Public1(z).Vlan = "550", "CNP5004", "CS-724 CS-729 CS-1802"),
        new("storage VLAN in the guest set of the same wire", Advanced, z => { z.Traffic("Storage").Labels["KVM"] = "cloudbr1"; Storage1(z).Vlan = "550"; }, "CNP5005", "CS-1802"),
        new("another zone has the same guest VLANs on the same switches", Advanced, z => z.OtherZones.Add(Neighbour(z)), "CNP5007", "CS-1805"),
        new("VLAN on a management range", Advanced, z => Management1(z).Vlan = "100", "CNP5008", "CS-519"),
        new("dedication over a hole in the set", Advanced, z => { Guests(z).GuestVlans = "500-549,551-599"; Guests(z).VlanDedications.Add(new VlanDedication { Id = "d", Vlans = "540-560", Owner = new Owner { Domain = "ROOT", Account = "acme" } }); }, "CNP5009", "CS-804"),
        new("dedication that is text", Advanced, z => Guests(z).VlanDedications.Add(new VlanDedication { Id = "d", Vlans = "abc", Owner = new Owner { Domain = "ROOT", Account = "acme" } }), "CNP5009", "CS-803"),
        new("dedication backwards", Advanced, z => Guests(z).VlanDedications.Add(new VlanDedication { Id = "d", Vlans = "560-550", Owner = new Owner { Domain = "ROOT", Account = "acme" } }), "CNP5009", "CS-803"),
        new("two dedications overlap", Advanced, z => Guests(z).VlanDedications.AddRange([new VlanDedication { Id = "d", Vlans = "540-549", Owner = new Owner { Domain = "ROOT", Account = "acme" } }, new VlanDedication { Id = "e", Vlans = "545-560", Owner = new Owner { Domain = "ROOT", Account = "bank" } }]), "CNP5009", "CS-805"),
        new("dedication on GRE", OpenVSwitch, z => { (Guests(z).IsolationMethods[0], Guests(z).GuestVlans) = ("GRE", "5000-5999"); Guests(z).VlanDedications.Add(new VlanDedication { Id = "d", Vlans = "5100-5110", Owner = new Owner { Domain = "ROOT", Account = "acme" } }); }, "CNP5009", "CS-801"),
        new("set of thirty runs", Advanced, z => Guests(z).GuestVlans = string.Join(',', Enumerable.Range(0, 30).Select(n => $"{1001 + 4 * n}-{1003 + 4 * n}")), "CNP5101 CNP9004", "CS-1806 CS-003"),
        new("storage VLAN with Open vSwitch", OpenVSwitch, z => Storage1(z).Vlan = "200", "CNP3121"),
    ];

    private static readonly Dictionary<string, IReadOnlyList<string>> Secure = new() { ["SecurityGroup"] = ["SecurityGroupProvider"], ["Dhcp"] = ["VirtualRouter"] };

    // What a cloud says that has the offerings of the zone and these.
    private static CloudFacts Read(params OfferingFacts[] offerings) =>
        new(ALab.Now, [], [], [.. offerings.Select(o => o.Name), "DefaultSharedNetworkOfferingWithSGService"]) { Offerings = offerings };

    // Cluster, hosts and labels of another hypervisor.
    private static void Become(DesignSketch z, string hypervisor)
    {
        Cluster1(z).Hypervisor = hypervisor;
        foreach (var host in Cluster1(z).Hosts)
            z.Device(host.Device!).LogicalHost!.Hypervisor = hypervisor;
        foreach (var traffic in z.Design.PhysicalNetworks.SelectMany(n => n.TrafficTypes))
            traffic.Labels[hypervisor] = traffic.Labels["KVM"];
    }

    private static ZoneDesign Neighbour(DesignSketch z)
    {
        var other = Advanced().Design;
        (other.Id, other.Name, other.GuestCidr) = ("z2", "zone2", "10.7.0.0/24");
        other.PublicRanges.Clear();
        other.Pods[0].ManagementRanges.Clear();
        other.Pods[0].StorageRanges.Clear();
        other.SecondaryStorages.Clear();
        foreach (var host in other.Pods[0].Clusters[0].Hosts)
            host.Device = Twin(z, host.Device!);
        return other;
    }

    // Another host on the same switch ports' VLANs.
    private static string Twin(DesignSketch z, string host)
    {
        var twin = DesignSketch.Added(z.Devices, new Device { Name = host + "b", Role = DeviceRoles.Hypervisor, LogicalHost = new LogicalHost { OperatingSystem = "Rocky 9", ObservedAt = ALab.Now.AddDays(-1) } });
        var nic = ALab.Add(twin, new Interface { Name = "eno2" });
        var bridge = ALab.Add(twin, new Interface { Name = "cloudbr1", Kind = InterfaceKind.Bridge });
        nic.BridgeId = bridge.Id;
        z.Wire(nic, ALab.Add(z.Device("sw-a"), new Interface { Name = host + "b", Mode = SwitchPortMode.Trunk, TaggedVlans = VlanSet.Parse("300,500-599") }));
        return twin.Name;
    }
}
