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
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Benchmarks;

/// <summary>
/// A sound zone of any size: racks of 40 KVM hosts with four NICs in two bonds, two top-of-rack switches with an MLAG group per bond, a panel in front of
/// each, two spines, a pod per rack with two clusters; Management, Storage, Public, and Guest with nearly all 4,094 VLANs. A few hosts have a fault.
/// </summary>
internal sealed class LargeZone
{
    private const int PerRack = 40;
    private static readonly VlanSet Everything = VlanSet.Parse("2-4094");
    private static readonly VlanSet System = VlanSet.Parse("100,200");
    private readonly List<Device> _devices = [];
    private readonly List<Cable> _cables = [];
    private readonly List<LldpNeighbour> _neighbours = [];
    private readonly List<Prefix> _prefixes = [];
    private DateTimeOffset _now = Now;

    public static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The design and its catalogue.</summary>
    public static RuleInput Of(int hosts) => Of(hosts, Now);

    /// <summary>The design and its catalogue, observed the day before.</summary>
    public static RuleInput Of(int hosts, DateTimeOffset now)
    {
        var zone = new LargeZone { _now = now };
        var design = zone.Build(hosts);
        return new RuleInput(design, new CatalogueSnapshot { Devices = zone._devices, Cables = zone._cables, Neighbours = zone._neighbours, Prefixes = zone._prefixes }, PolicyPack.Production, now);
    }

    private ZoneDesign Build(int hosts)
    {
        var design = Frame();
        var spines = new[] { Add("sp1", DeviceRoles.Switch), Add("sp2", DeviceRoles.Switch) };
        for (var rack = 0; rack * PerRack < hosts; rack++)
        {
            var tors = new[] { Add($"sw-a{rack + 1}", DeviceRoles.Switch), Add($"sw-b{rack + 1}", DeviceRoles.Switch) };
            var panels = new[] { Add($"pp-a{rack + 1}", DeviceRoles.PatchPanel), Add($"pp-b{rack + 1}", DeviceRoles.PatchPanel) };
            for (var s = 0; s < 2; s++)
                for (var t = 0; t < 2; t++)
                    Wire(Trunk(tors[t], $"Eth1/{97 + s}"), Trunk(spines[s], $"Eth{1 + rack / 16}/{1 + (rack % 16 * 2) + t}"));
            Wire(Trunk(tors[0], "Eth1/99"), Trunk(tors[1], "Eth1/99"));
            var pod = PodOf(rack);
            design.Pods.Add(pod);
            for (var n = 0; n < PerRack && rack * PerRack + n < hosts; n++)
                pod.Clusters[n % 2].Hosts.Add(Host(rack, n, tors, panels));
        }
        return design;
    }

    private Host Host(int rack, int n, Device[] tors, Device[] panels)
    {
        var number = rack * PerRack + n + 1;
        var host = Add($"kvm-{number:0000}", DeviceRoles.Hypervisor);
        host.LogicalHost = new LogicalHost { DeviceId = host.Id, ManagementAddress = Address(100 + rack, 10 + n), ObservedAt = _now.AddDays(-1), OperatingSystem = "Rocky 9", Architecture = "x86_64" };
        Interface[] bonds = [Bond(host, "bond0", 9000), Bond(host, "bond1", 1500)];
        for (var b = 0; b < 2; b++)
            for (var leg = 0; leg < 2; leg++)
            {
                var nic = Add(host, new Interface { Name = $"ens{leg + 1}f{b}", BondId = bonds[b].Id, Mtu = b == 0 ? 9000 : 1500, SpeedMbps = 25000, Mac = new PhysicalAddress([0x3c, 0xec, (byte)(number >> 8), (byte)number, (byte)b, (byte)leg]) });
                // Every 200th host misses a few guest VLANs on one leg.
                var vlans = b == 0 ? System : number % 200 == 7 && leg == 1 ? Everything.Except(VlanSet.Parse("540-559")) : Everything;
                var lag = Add(tors[leg], new Interface { Name = $"Po{(n * 2) + b + 1}", Kind = InterfaceKind.Bond, BondMode = BondMode.Lacp, MlagGroup = $"r{rack}-{(n * 2) + b + 1}", Mode = SwitchPortMode.Trunk, TaggedVlans = vlans, Mtu = 9216 });
                var port = Add(tors[leg], new Interface { Name = $"Eth1/{(n * 2) + b + 1}", BondId = lag.Id, Mtu = 9216, SpeedMbps = 25000 });
                var rear = Add(panels[leg], new Interface { Name = $"R{(n * 2) + b + 1}", Kind = InterfaceKind.RearPort, Positions = 1 });
                var front = Add(panels[leg], new Interface { Name = $"{(n * 2) + b + 1}", Kind = InterfaceKind.FrontPort, RearPortId = rear.Id, RearPosition = 1 });
                Wire(nic, rear);
                Wire(front, port);
                _neighbours.Add(new LldpNeighbour { InterfaceId = nic.Id, SystemName = $"{tors[leg].Name}.example.net", PortId = port.Name, SeenAt = _now.AddDays(-1) });
            }
        var (cloudbr0, cloudbr1, cloudbr2) = (Bridge(host, "cloudbr0", 1500), Bridge(host, "cloudbr1", 1500), Bridge(host, "cloudbr2", 9000));
        Add(host, new Interface { Name = "bond0.100", Kind = InterfaceKind.Vlan, ParentId = bonds[0].Id, VlanId = 100, BridgeId = cloudbr0.Id, Mtu = 1500 });
        Add(host, new Interface { Name = "bond0.200", Kind = InterfaceKind.Vlan, ParentId = bonds[0].Id, VlanId = 200, BridgeId = cloudbr2.Id, Mtu = 9000 });
        bonds[1].BridgeId = cloudbr1.Id;
        cloudbr0.Addresses.Add(new InterfaceAddress { InterfaceId = cloudbr0.Id, Address = Address(100 + rack, 10 + n), PrefixLength = 24 });
        cloudbr2.Addresses.Add(new InterfaceAddress { InterfaceId = cloudbr2.Id, Address = Address(160 + rack, 10 + n), PrefixLength = 24 });
        return new Host { Id = $"h{number}", Device = host.Name, UserName = "root", PasswordRef = "host-root" };
    }

    private Pod PodOf(int rack)
    {
        _prefixes.Add(new Prefix { Network = new IPNetwork(Address(100 + rack, 0), 24), VlanId = 100, Gateway = Address(100 + rack, 1), Description = $"management of rack {rack + 1}" });
        _prefixes.Add(new Prefix { Network = new IPNetwork(Address(160 + rack, 0), 24), VlanId = 200, Gateway = Address(160 + rack, 1), Description = $"storage of rack {rack + 1}" });
        var pod = new Pod { Id = $"p{rack + 1}", Name = $"pod{rack + 1}", Gateway = $"10.{100 + rack}.0.1", Netmask = "255.255.255.0" };
        pod.ManagementRanges.Add(new ManagementRange { Id = $"mr{rack + 1}", StartIp = $"10.{100 + rack}.0.100", EndIp = $"10.{100 + rack}.0.149" });
        pod.StorageRanges.Add(new StorageRange { Id = $"sr{rack + 1}", Gateway = $"10.{160 + rack}.0.1", Netmask = "255.255.255.0", StartIp = $"10.{160 + rack}.0.100", EndIp = $"10.{160 + rack}.0.149" });
        for (var c = 1; c <= 2; c++)
            pod.Clusters.Add(new Cluster { Id = $"c{rack + 1}-{c}", Name = $"c{rack + 1}-{c}", Hypervisor = "KVM", PrimaryStorages = { new PrimaryStorage { Id = $"ps{rack + 1}-{c}", Name = $"nfs-{rack + 1}-{c}", Url = $"nfs://10.{160 + rack}.0.5/primary{c}" } } });
        return pod;
    }

    private static ZoneDesign Frame() => new()
    {
        Id = "z", Name = "large1", Kind = "Advanced", Dns1 = "10.20.0.53", InternalDns1 = "10.20.0.53", GuestCidr = "10.1.1.0/24",
        PhysicalNetworks =
        {
            new PhysicalNetwork { Id = "n1", Name = "mgmt-net", IsolationMethods = { "VLAN" }, TrafficTypes = { Traffic("m", "Management", "cloudbr0"), Traffic("s", "Storage", "cloudbr2") } },
            new PhysicalNetwork
            {
                Id = "n2", Name = "guest-a", IsolationMethods = { "VLAN" }, GuestVlans = "2-99,101-199,201-299,301-4094",
                TrafficTypes = { Traffic("g", "Guest", "cloudbr1"), Traffic("p", "Public", "cloudbr1") },
                Providers = { new NetworkProvider { Id = "v", Name = "VirtualRouter" }, new NetworkProvider { Id = "w", Name = "VpcVirtualRouter" } },
            },
        },
        PublicRanges = { new PublicRange { Id = "r1", Gateway = "192.0.2.1", Netmask = "255.255.255.0", StartIp = "192.0.2.100", EndIp = "192.0.2.199", Vlan = "300" } },
        SecondaryStorages = { new SecondaryStorage { Id = "ss", Name = "sec-1", Url = "nfs://10.160.0.5/secondary", Provider = "NFS" } },
    };

    private static IPAddress Address(int second, int last) => IPAddress.Parse($"10.{second}.0.{last}");

    private static TrafficType Traffic(string id, string type, string label) => new() { Id = id, Type = type, Labels = { ["KVM"] = label } };

    private Device Add(string name, string role)
    {
        var device = new Device { Name = name, Role = role };
        _devices.Add(device);
        return device;
    }

    private static Interface Add(Device device, Interface port)
    {
        port.DeviceId = device.Id;
        device.Interfaces.Add(port);
        return port;
    }

    private static Interface Trunk(Device device, string name) => Add(device, new Interface { Name = name, Mode = SwitchPortMode.TrunkAll, Mtu = 9216, SpeedMbps = 100000 });

    private static Interface Bond(Device host, string name, int mtu) => Add(host, new Interface { Name = name, Kind = InterfaceKind.Bond, BondMode = BondMode.Lacp, LacpFast = true, Mtu = mtu });

    private static Interface Bridge(Device host, string name, int mtu) => Add(host, new Interface { Name = name, Kind = InterfaceKind.Bridge, Mtu = mtu });

    private void Wire(Interface a, Interface b)
    {
        var cable = new Cable { Label = $"C-{1000 + _cables.Count}" };
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = a.Id, Side = 'A' });
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = b.Id, Side = 'B' });
        _cables.Add(cable);
    }
}
