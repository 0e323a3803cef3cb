using System.Net;
using System.Net.NetworkInformation;
using System.Text;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Journeys;

/// <summary>
/// Two pods of KVM hosts on two switches, and a zone on them with three faults: the second guest leg of kvm-07, behind a patch panel, lacks VLANs 940–960;
/// the guest bond has a name of nine letters and the guest VLANs end at 1000; storage ranges are in the first pod only.
/// </summary>
internal sealed class SeededZone
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly List<object> _things = [];
    private readonly Device _a = new() { Name = "sw-a1", Role = DeviceRoles.Switch };
    private readonly Device _b = new() { Name = "sw-b1", Role = DeviceRoles.Switch };
    private readonly Device _panel = new() { Name = "pp-a3", Role = DeviceRoles.PatchPanel };
    private int _cables = 1000;

    public SeededZone(int hosts)
    {
        Hosts = hosts;
        _things.AddRange([_a, _b, _panel]);
        for (var n = 1; n <= hosts; n++)
            Host(n);
        Wire(Port(_a, "Eth9/1", "100,200,300,900-1000"), Port(_b, "Eth9/1", "100,200,300,900-1000"));
    }

    public int Hosts { get; }

    /// <summary>Puts hosts, switches and cables into the catalogue of a portal.</summary>
    public async Task PutAsync(string connection)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalStore(connection, TimeProvider.System);
        await using var db = new PortalDbContext(options.Options);
        db.AddRange(_things);
        await db.SaveChangesAsync();
    }

    /// <summary>The design as the file that the portal imports.</summary>
    public byte[] File => Encoding.UTF8.GetBytes(DesignJson.ToText(Design));

    public ZoneDesign Design => new()
    {
        Name = "ams1", Kind = "Advanced", Dns1 = "10.21.0.53", InternalDns1 = "10.21.0.53", GuestCidr = "10.1.1.0/24",
        PhysicalNetworks =
        {
            new PhysicalNetwork { Id = "n1", Name = "core-net", IsolationMethods = { "VLAN" }, TrafficTypes = { Traffic("m", "Management", "cloudbr0"), Traffic("s", "Storage", "cloudbr2") } },
            new PhysicalNetwork
            {
                Id = "n2", Name = "guest-a", IsolationMethods = { "VLAN" }, GuestVlans = "900-1000", TrafficTypes = { Traffic("g", "Guest", "cloudbr1"), Traffic("p", "Public", "cloudbr1") },
                Providers = { new NetworkProvider { Id = "v", Name = "VirtualRouter" }, new NetworkProvider { Id = "w", Name = "VpcVirtualRouter" } },
            },
        },
        PublicRanges = { new PublicRange { Id = "r1", Gateway = "192.0.2.1", Netmask = "255.255.255.0", StartIp = "192.0.2.100", EndIp = "192.0.2.199", Vlan = "300" } },
        Pods = { Pod(1, new StorageRange { Id = "sr", Gateway = "10.30.0.1", Netmask = "255.255.0.0", StartIp = "10.30.250.100", EndIp = "10.30.250.119" }), Pod(2) },
        SecondaryStorages = { new SecondaryStorage { Id = "ss", Name = "images", Url = "nfs://10.30.0.5/images", Provider = "NFS" } },
    };

    private Pod Pod(int number, params ReadOnlySpan<StorageRange> ranges)
    {
        var pod = new Pod
        {
            Id = $"p{number}", Name = $"pod-{number}", Gateway = $"10.{20 + number}.0.1", Netmask = "255.255.0.0",
            ManagementRanges = { new ManagementRange { Id = $"mr{number}", StartIp = $"10.{20 + number}.250.200", EndIp = $"10.{20 + number}.250.229" } },
            Clusters =
            {
                new Cluster
                {
                    Id = $"c{number}", Name = $"cluster-{number}", Hypervisor = "KVM",
                    Hosts = [.. Enumerable.Range(1, Hosts).Where(n => PodOf(n) == number).Select(n => new Host { Id = $"h{n}", Device = Name(n), UserName = "root", PasswordRef = "host-root" })],
                    PrimaryStorages = { new PrimaryStorage { Id = $"ps{number}", Name = $"volumes-{number}", Url = $"nfs://10.30.0.5/volumes-{number}", Scope = "cluster" } },
                },
            },
        };
        pod.StorageRanges.AddRange(ranges);
        return pod;
    }

    private static TrafficType Traffic(string id, string type, string label) => new() { Id = id, Type = type, Labels = { ["KVM"] = label } };

    private static string Name(int n) => $"kvm-{n:00}";

    private int PodOf(int n) => n <= Hosts / 2 ? 1 : 2;

    private void Host(int n)
    {
        var host = new Device { Name = Name(n), Role = DeviceRoles.Hypervisor };
        var address = $"10.{20 + PodOf(n)}.{n / 200}.{10 + n % 200}";
        host.LogicalHost = new LogicalHost { DeviceId = host.Id, Hypervisor = "KVM", ManagementAddress = IPAddress.Parse(address), ObservedAt = _now, OperatingSystem = "Rocky 9", Architecture = "x86_64" };
        _things.Add(host);
        var core = Add(host, new Interface { Name = "bond0", Kind = InterfaceKind.Bond, BondMode = BondMode.ActiveBackup, Mtu = 9000 });
        var guest = Add(host, new Interface { Name = "bondguest", Kind = InterfaceKind.Bond, BondMode = BondMode.ActiveBackup, Mtu = 1500 });
        for (var k = 0; k < 4; k++)
        {
            var (onCore, onA) = (k < 2, k % 2 == 0);
            var nic = Add(host, new Interface { Name = $"eno{k + 1}", BondId = (onCore ? core : guest).Id, Mtu = onCore ? 9000 : 1500, Mac = new PhysicalAddress([0x3c, 0xec, 0xef, (byte)(n >> 8), (byte)n, (byte)k]) });
            var faulty = n == 7 && k == 3;
            var port = Port(onA ? _a : _b, $"Eth{(onCore ? 2 : 1)}/{n}", onCore ? "100,200" : faulty ? "300,900-939,961-1000" : "300,900-1000");
            if (faulty)
            {
                var rear = Add(_panel, new Interface { Name = "14r", Kind = InterfaceKind.RearPort });
                Wire(nic, Add(_panel, new Interface { Name = "14", Kind = InterfaceKind.FrontPort, RearPortId = rear.Id, RearPosition = 1 }));
                Wire(rear, port);
            }
            else
            {
                Wire(nic, port);
            }

            _things.Add(new LldpNeighbour { InterfaceId = nic.Id, SystemName = (onA ? _a : _b).Name, PortId = port.Name, SeenAt = _now });
        }

        var (cloudbr0, cloudbr1, cloudbr2) = (Bridge("cloudbr0", 1500), Bridge("cloudbr1", 1500), Bridge("cloudbr2", 9000));
        guest.BridgeId = cloudbr1.Id;
        Add(host, new Interface { Name = "bond0.100", Kind = InterfaceKind.Vlan, ParentId = core.Id, VlanId = 100, BridgeId = cloudbr0.Id, Mtu = 1500 });
        Add(host, new Interface { Name = "bond0.200", Kind = InterfaceKind.Vlan, ParentId = core.Id, VlanId = 200, BridgeId = cloudbr2.Id, Mtu = 9000 });
        Address(cloudbr0, address);
        Address(cloudbr2, $"10.30.{n / 200}.{10 + n % 200}");

        Interface Bridge(string name, int mtu) => Add(host, new Interface { Name = name, Kind = InterfaceKind.Bridge, Mtu = mtu });
    }

    private static Interface Port(Device device, string name, string vlans) =>
        Add(device, new Interface { Name = name, Mode = SwitchPortMode.Trunk, TaggedVlans = VlanSet.Parse(vlans), Mtu = 9216 });

    private static Interface Add(Device device, Interface port)
    {
        port.DeviceId = device.Id;
        device.Interfaces.Add(port);
        return port;
    }

    private static void Address(Interface port, string address) => port.Addresses.Add(new InterfaceAddress { InterfaceId = port.Id, Address = IPAddress.Parse(address), PrefixLength = 16 });

    private void Wire(Interface a, Interface b)
    {
        var cable = new Cable { Label = $"C-{_cables++}" };
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = a.Id, Side = 'A' });
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = b.Id, Side = 'B' });
        _things.Add(cable);
    }
}
