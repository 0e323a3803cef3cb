using System.Net;
using System.Net.NetworkInformation;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Tests.Rules;

/// <summary>
/// A sound small cloud to break: KVM hosts with two LACP bonds (bond0: management on VLAN 100, storage on VLAN 200; bond1: guest and public), two switches
/// with a LAG per host, an advanced zone with guest VLANs 500–519 and public VLAN 300, one pod, NFS storage.
/// </summary>
public sealed class ALab
{
    public List<Device> Devices { get; } = [];
    public List<Cable> Cables { get; } = [];
    public List<LldpNeighbour> Neighbours { get; } = [];
    public List<Rack> Racks { get; } = [];
    public List<DeviceType> DeviceTypes { get; } = [];
    public List<Prefix> Prefixes { get; } = [];
    public ZoneDesign Design { get; set; } = new();
    public PolicyPack Pack { get; set; } = PolicyPack.Production;
    public CloudFacts? Cloud { get; set; }
    public ZoneSnapshot? Live { get; set; }
    public List<ZoneDesign> OtherZones { get; } = [];
    /// <summary>What a root admin may call, as far as plans need it.</summary>
    public static IReadOnlyList<string> Commands { get; } = [.. CloudNetPortal.Domain.Plans.Planner.Plan(Zone(1), "", CatalogueSnapshot.Empty).Steps.SelectMany(s => new[] { s.Command, s.Lookup?.Command, s.ReadBack?.Command }).OfType<string>().Append("createNetwork").Append("listNetworks").Append("listNetworkOfferings").Distinct()];
    public static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static ALab WithHosts(int hosts)
    {
        var lab = new ALab();
        var (tor1, tor2) = (lab.Switch("tor1"), lab.Switch("tor2"));
        for (var n = 1; n <= hosts; n++)
        {
            var host = lab.Add(new Device { Name = $"kvm{n}", Role = DeviceRoles.Hypervisor });
            host.LogicalHost = new LogicalHost { DeviceId = host.Id, ManagementAddress = IPAddress.Parse(Ip(100, n)), ObservedAt = Now.AddDays(-1), OperatingSystem = "Rocky 9", Architecture = "x86_64" };
            var (bond0, bond1) = (lab.Bond(host, "bond0", 9000), lab.Bond(host, "bond1", 1500));
            var (lag1, lag2) = (lab.Lag(tor1, $"kvm{n}", "100,200"), lab.Lag(tor2, $"kvm{n}", "300,500-519"));
            for (var k = 0; k < 4; k++)
            {
                var nic = Add(host, new Interface { Name = $"eno{k + 1}", BondId = k < 2 ? bond0.Id : bond1.Id, Mtu = k < 2 ? 9000 : 1500, Mac = new PhysicalAddress([0x3c, 0xec, 0xef, 0x10, (byte)n, (byte)k]) });
                var port = Add(k < 2 ? tor1 : tor2, new Interface { Name = $"swp{2 * n - 1 + k % 2}", BondId = k < 2 ? lag1.Id : lag2.Id, Mtu = 9216 });
                (nic.Connector, port.Connector, lab.Wire(nic, port).Type) = ("25gbase-x-sfp28", "25gbase-x-sfp28", "dac-passive");
                lab.Neighbours.Add(new LldpNeighbour { InterfaceId = nic.Id, SystemName = (k < 2 ? tor1 : tor2).Name + ".example.net", PortId = port.Name, SeenAt = Now.AddDays(-1) });
            }
            var cloudbr0 = Add(host, new Interface { Name = "cloudbr0", Kind = InterfaceKind.Bridge });
            var cloudbr1 = Add(host, new Interface { Name = "cloudbr1", Kind = InterfaceKind.Bridge });
            var cloudbr2 = Add(host, new Interface { Name = "cloudbr2", Kind = InterfaceKind.Bridge, Mtu = 9000 });
            Add(host, new Interface { Name = "bond0.100", Kind = InterfaceKind.Vlan, ParentId = bond0.Id, VlanId = 100, BridgeId = cloudbr0.Id, Mtu = 1500 });
            Add(host, new Interface { Name = "bond0.200", Kind = InterfaceKind.Vlan, ParentId = bond0.Id, VlanId = 200, BridgeId = cloudbr2.Id, Mtu = 9000 });
            bond1.BridgeId = cloudbr1.Id;
            Address(cloudbr0, Ip(100, n));
            Address(cloudbr2, Ip(200, n));
            // What CloudStack and libvirt make themselves on a host at work.
            var vlanBridge = Add(host, new Interface { Name = "brbond1-512", Kind = InterfaceKind.Bridge, MadeByCloudStack = true });
            Add(host, new Interface { Name = "bond1.512", Kind = InterfaceKind.Vlan, ParentId = bond1.Id, VlanId = 512, BridgeId = vlanBridge.Id, MadeByCloudStack = true });
            Add(host, new Interface { Name = "vnet0", Kind = InterfaceKind.Virtual, BridgeId = vlanBridge.Id, MadeByCloudStack = true });
            Add(host, new Interface { Name = "cloud0", Kind = InterfaceKind.Bridge, MadeByCloudStack = true });
        }
        lab.Design = Zone(hosts);
        foreach (var (block, vlan) in new[] { ("10.20.100", 100), ("10.20.200", 200), ("192.0.2", 300) })
            lab.Prefixes.Add(new Prefix { Network = IPNetwork.Parse(block + ".0/24"), Gateway = IPAddress.Parse(block + ".1"), VlanId = vlan });
        lab.Cloud = new CloudFacts(Now, [], Commands, ["DefaultSharedNetworkOfferingWithSGService"])
        {
            Settings = new Dictionary<string, string> { ["management.network.cidr"] = "10.20.0.0/16" }, SystemVmTemplates = [new SystemVmTemplateFacts("KVM", null, true)],
        };
        Address(Add(lab.Add(new Device { Name = "cs1", Role = DeviceRoles.ManagementServer }), new Interface { Name = "eth0" }), "10.20.0.4");
        return lab;
    }

    /// <summary>The same boxes as a sound basic zone: one physical network, guests on bond1.</summary>
    public static ALab Basic(int hosts)
    {
        var lab = WithHosts(hosts);
        var design = lab.Design;
        design.Kind = "Basic";
        design.GuestCidr = null;
        design.PublicRanges.Clear();
        design.PhysicalNetworks =
        [
            new PhysicalNetwork
            {
                Id = "n1", Name = "net", TrafficTypes = { Traffic("m", "Management", "cloudbr0"), Traffic("g", "Guest", "cloudbr1"), Traffic("s", "Storage", "cloudbr2") },
                Providers = { new NetworkProvider { Id = "v", Name = "VirtualRouter" }, new NetworkProvider { Id = "w", Name = "SecurityGroupProvider" } },
            },
        ];
        design.GuestNetworks.Add(new GuestNetwork { Id = "gn", Name = "guest", Offering = "DefaultSharedNetworkOfferingWithSGService" });
        lab.Pod.GuestRanges.Add(new GuestRange { Id = "gr", Gateway = "172.16.20.1", Netmask = "255.255.255.0", StartIp = "172.16.20.50", EndIp = "172.16.20.99" });
        lab.Prefixes.Add(new Prefix { Network = IPNetwork.Parse("172.16.20.0/24"), Gateway = IPAddress.Parse("172.16.20.1") });
        return lab;
    }

    /// <summary>The same boxes as a sound zone with security groups: a shared network on VLAN 510 over bond1.</summary>
    public static ALab SecurityGroups(int hosts)
    {
        var lab = WithHosts(hosts);
        var design = lab.Design;
        (design.Kind, design.GuestCidr) = ("AdvancedSecurityGroups", null);
        design.PublicRanges.Clear();
        var guests = lab.Network("guest-a");
        guests.GuestVlans = null;
        guests.TrafficTypes.RemoveAll(t => t.Type == "Public");
        guests.Providers = [new NetworkProvider { Id = "v", Name = "VirtualRouter" }, new NetworkProvider { Id = "w", Name = "SecurityGroupProvider" }];
        design.GuestNetworks.Add(new GuestNetwork
        {
            Id = "gn", Name = "shared", Offering = "DefaultSharedNetworkOfferingWithSGService", PhysicalNetworkId = "n2", Vlan = "510", Gateway = "10.20.120.1", Netmask = "255.255.255.0", StartIp = "10.20.120.10", EndIp = "10.20.120.99",
        });
        lab.Prefixes.Add(new Prefix { Network = IPNetwork.Parse("10.20.120.0/24"), Gateway = IPAddress.Parse("10.20.120.1"), VlanId = 510 });
        return lab;
    }

    public CatalogueSnapshot Snapshot => new() { Devices = Devices, Cables = Cables, Neighbours = Neighbours, Racks = Racks, DeviceTypes = DeviceTypes, Prefixes = Prefixes };
    public RuleInput Input => new(Design, Snapshot, Pack, Now) { Cloud = Cloud, Live = Live, OtherZones = OtherZones };
    public RuleFacts Facts => new(Input);
    public RuleResults Judge() => RuleBook.Judge(Input);

    /// <summary>Findings of one rule, weighed.</summary>
    public IReadOnlyList<Finding> FindingsOf(string rule) => [.. Judge().Findings.Where(f => f.RuleId == rule)];

    /// <summary>The same lab with the edits of a fix applied to its design, as the portal does at a click.</summary>
    public ALab After(Fix fix)
    {
        var tree = new DesignTree(DesignJson.ToTree(Design));
        foreach (var edit in fix.DesignEdits!)
            Assert.Null(tree.Apply(edit));
        var after = new ALab { Design = DesignJson.Read(tree.Root), Pack = Pack, Cloud = Cloud };
        after.Devices.AddRange(Devices);
        after.Cables.AddRange(Cables);
        after.Neighbours.AddRange(Neighbours);
        after.OtherZones.AddRange(OtherZones);
        after.Racks.AddRange(Racks);
        after.DeviceTypes.AddRange(DeviceTypes);
        after.Prefixes.AddRange(Prefixes);
        return after;
    }

    public PhysicalNetwork Network(string name) => Design.PhysicalNetworks.First(n => n.Name == name);
    public TrafficType Traffic(string type) => Design.PhysicalNetworks.Select(n => n.Traffic(type)).First(t => t is not null)!;
    public Pod Pod => Design.Pods[0];
    public Cluster Cluster => Pod.Clusters[0];
    public Device Device(string name) => Devices.First(d => d.Name == name);
    public Interface Port(string device, string port) => Device(device).Interfaces.First(i => i.Name == port);

    /// <summary>Takes an interface away, with everything that refers to it.</summary>
    public void Remove(string device, string port)
    {
        var gone = Port(device, port);
        Device(device).Interfaces.Remove(gone);
        foreach (var other in Device(device).Interfaces)
            (other.BridgeId, other.BondId, other.ParentId) = (Unless(other.BridgeId), Unless(other.BondId), Unless(other.ParentId));
        Cables.RemoveAll(c => c.Ends.Exists(e => e.InterfaceId == gone.Id));

        Guid? Unless(Guid? id) => id == gone.Id ? null : id;
    }

    public Device Add(Device device)
    {
        Devices.Add(device);
        return device;
    }

    public static Interface Add(Device device, Interface port)
    {
        port.DeviceId = device.Id;
        device.Interfaces.Add(port);
        return port;
    }

    public static void Address(Interface port, string address, int prefix = 24) => port.Addresses.Add(new InterfaceAddress { InterfaceId = port.Id, Address = IPAddress.Parse(address), PrefixLength = prefix });

    public Cable Wire(Interface a, Interface b)
    {
        var cable = new Cable { Label = $"C-{1000 + Cables.Count}" };
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = a.Id, Side = 'A' });
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = b.Id, Side = 'B' });
        Cables.Add(cable);
        return cable;
    }

    // Host 240 goes on in the next block, so that large labs have addresses that are some.
    private static string Ip(int block, int host) => $"10.20.{block + host / 240}.{10 + host % 240}";

    public Device Switch(string name) => Add(new Device { Name = name, Role = DeviceRoles.Switch });

    private Interface Bond(Device host, string name, int mtu) => Add(host, new Interface { Name = name, Kind = InterfaceKind.Bond, BondMode = BondMode.Lacp, LacpFast = true, Mtu = mtu });

    private Interface Lag(Device device, string name, string vlans) =>
        Add(device, new Interface { Name = name, Kind = InterfaceKind.Bond, BondMode = BondMode.Lacp, Mode = SwitchPortMode.Trunk, TaggedVlans = VlanSet.Parse(vlans), Mtu = 9216 });

    private static ZoneDesign Zone(int hosts) => new()
    {
        Id = "z", Name = "ams1", Kind = "Advanced", Dns1 = "10.20.0.53", InternalDns1 = "10.20.0.53", GuestCidr = "10.1.1.0/24",
        PhysicalNetworks =
        {
            new PhysicalNetwork
            {
                Id = "n1", Name = "mgmt-net", IsolationMethods = { "VLAN" },
                TrafficTypes = { Traffic("m", "Management", "cloudbr0"), Traffic("s", "Storage", "cloudbr2") },
            },
            new PhysicalNetwork
            {
                Id = "n2", Name = "guest-a", IsolationMethods = { "VLAN" }, GuestVlans = "500-519",
                TrafficTypes = { Traffic("g", "Guest", "cloudbr1"), Traffic("p", "Public", "cloudbr1") },
                Providers = { new NetworkProvider { Id = "v", Name = "VirtualRouter" }, new NetworkProvider { Id = "w", Name = "VpcVirtualRouter" } },
            },
        },
        PublicRanges = { new PublicRange { Id = "r1", Gateway = "192.0.2.1", Netmask = "255.255.255.0", StartIp = "192.0.2.100", EndIp = "192.0.2.199", Vlan = "300" } },
        Pods =
        {
            new Pod
            {
                Id = "p1", Name = "pod1", Gateway = "10.20.100.1", Netmask = "255.255.255.0",
                ManagementRanges = { new ManagementRange { Id = "mr", StartIp = "10.20.100.100", EndIp = "10.20.100.149" } },
                StorageRanges = { new StorageRange { Id = "sr", Gateway = "10.20.200.1", Netmask = "255.255.255.0", StartIp = "10.20.200.100", EndIp = "10.20.200.149" } },
                Clusters =
                {
                    new Cluster
                    {
                        Id = "c1", Name = "c1", Hypervisor = "KVM",
                        Hosts = [.. Enumerable.Range(1, hosts).Select(n => new Host { Id = $"h{n}", Device = $"kvm{n}", UserName = "root", PasswordRef = "host-root" })],
                        PrimaryStorages = { new PrimaryStorage { Id = "ps", Name = "nfs-1", Url = "nfs://10.20.200.5/primary" } },
                    },
                },
            },
        },
        SecondaryStorages = { new SecondaryStorage { Id = "ss", Name = "sec-1", Url = "nfs://10.20.200.5/secondary", Provider = "NFS" } },
    };

    private static TrafficType Traffic(string id, string type, string label) => new() { Id = id, Type = type, Labels = { ["KVM"] = label } };
}
