using System.Net;
using System.Net.NetworkInformation;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Web.Features.Diagrams.Hosts;

namespace CloudNetPortal.Web.Tests.Features.Diagrams;

/// <summary>One host with NICs, bonds, labels and two switches, as small or large as a test wants it.</summary>
internal sealed class HostScene
{
    private readonly List<Cable> cables = [];
    private readonly Device left = new() { Name = "sw-a1", Role = DeviceRoles.Switch };
    private readonly Device right = new() { Name = "sw-b1", Role = DeviceRoles.Switch };
    private readonly List<Device> others = [];

    public HostScene(string name = "kvm-17", string hypervisor = "KVM")
    {
        Host = new Device { Name = name, Role = DeviceRoles.Hypervisor, Serial = "7XK41Z3" };
        Host.LogicalHost = new LogicalHost { DeviceId = Host.Id, Hypervisor = hypervisor, ManagementAddress = IPAddress.Parse("10.20.100.17") };
    }

    public Device Host { get; }

    public ZoneDesign? Zone { get; private set; }

    public List<Finding> Findings { get; } = [];

    public CatalogueSnapshot Catalogue => new() { Devices = [Host, left, right, .. others], Cables = cables };

    public HostPicture Picture => HostReader.Read(Host, Catalogue, Zone, Findings);

    public Interface Add(string name, InterfaceKind kind, Action<Interface>? more = null)
    {
        var port = new Interface { DeviceId = Host.Id, Name = name, Kind = kind };
        more?.Invoke(port);
        Host.Interfaces.Add(port);
        return port;
    }

    /// <summary>Adds a NIC with a cable to the next port of the left (even) or right (odd) switch.</summary>
    public Interface Nic(int number, Interface? bond = null, bool cabled = true, string vlans = "50,500-599")
    {
        var nic = Add($"eno{number + 1}", InterfaceKind.Physical, i =>
        {
            i.Mac = new PhysicalAddress([0xb8, 0x3f, 0xd2, 0x11, 1, (byte)number]);
            i.SpeedMbps = 25_000;
            i.BondId = bond?.Id;
        });
        if (cabled)
            Connect(nic, SwitchPort(number, vlans), $"C-10{number + 31}");
        return nic;
    }

    public Interface SwitchPort(int number, string vlans)
    {
        var device = number % 2 == 0 ? left : right;
        var port = new Interface { DeviceId = device.Id, Name = $"Eth1/{number + 7}", Kind = InterfaceKind.Physical, Mode = SwitchPortMode.Trunk, TaggedVlans = VlanSet.Parse(vlans) };
        device.Interfaces.Add(port);
        return port;
    }

    public void Connect(Interface a, Interface b, string? label)
    {
        var cable = new Cable { Label = label };
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = a.Id, Side = 'A' });
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = b.Id, Side = 'B' });
        cables.Add(cable);
    }

    /// <summary>A panel with one front port wired to one rear port, both free.</summary>
    public (Interface Front, Interface Rear) Panel(string name)
    {
        var panel = new Device { Name = name, Role = DeviceRoles.PatchPanel };
        var rear = new Interface { DeviceId = panel.Id, Name = "R8", Kind = InterfaceKind.RearPort, Positions = 1 };
        var front = new Interface { DeviceId = panel.Id, Name = "8", Kind = InterfaceKind.FrontPort, RearPortId = rear.Id, RearPosition = 1 };
        panel.Interfaces.AddRange([front, rear]);
        others.Add(panel);
        return (front, rear);
    }

    /// <summary>A bridge (or what the hypervisor calls it) over the given device.</summary>
    public Interface Bridge(string name, Interface? uplink, InterfaceKind kind = InterfaceKind.Bridge)
    {
        var bridge = Add(name, kind, i => i.NameLabel = kind == InterfaceKind.XenNetwork ? name : null);
        uplink?.BridgeId = bridge.Id;
        return bridge;
    }

    /// <summary>A zone that uses the host, with these labels in the order Management, Public, Guest, Storage.</summary>
    public HostScene InZone(string kind = "Advanced", bool storageRange = true, params string?[] labels)
    {
        Zone = new ZoneDesign { Id = "zone", Name = "ams1", Kind = kind };
        var network = new PhysicalNetwork { Id = "net1", Name = "pn-core", GuestVlans = "500-599" };
        foreach (var (index, type) in new[] { "Management", "Public", "Guest", "Storage" }.Index())
            if (index < labels.Length && (type != "Public" || kind == "Advanced"))
            {
                var traffic = new TrafficType { Id = type, Type = type };
                if (labels[index] is { } label)
                    traffic.Labels[Host.LogicalHost!.Hypervisor] = label;
                network.TrafficTypes.Add(traffic);
            }
        Zone.PhysicalNetworks.Add(network);
        Zone.PublicRanges.Add(new PublicRange { Id = "public", Vlan = "50" });
        var pod = new Pod { Id = "pod", Name = "pod-1" };
        if (storageRange)
            pod.StorageRanges.Add(new StorageRange { Id = "storage", StartIp = "10.20.30.10" });
        var cluster = new Cluster { Id = "cluster", Name = "c1", Hypervisor = Host.LogicalHost!.Hypervisor };
        cluster.Hosts.Add(new Domain.Zones.Host { Id = "host", Device = Host.Name });
        pod.Clusters.Add(cluster);
        Zone.Pods.Add(pod);
        return this;
    }

    /// <summary>A host with so many NICs spread over so many bonds (the rest alone), and the four labels on what there is.</summary>
    public static HostScene Of(int nics, int bonds, bool vlanDevices = false)
    {
        var scene = new HostScene();
        var made = Enumerable.Range(0, bonds).Select(b => scene.Add($"bond{b}", InterfaceKind.Bond, i => i.BondMode = BondMode.Lacp)).ToList();
        var carriers = new List<Interface>(made);
        for (var n = 0; n < nics; n++)
        {
            var inBond = n < bonds * 2 ? made[n / 2] : null;
            var nic = scene.Nic(n, inBond, cabled: n % 5 != 4);
            if (inBond is null)
                carriers.Add(nic);
        }
        var labels = new[] { "cloudbr0", "cloudbr1", "cloudbr2", "cloudbr3" };
        foreach (var (index, label) in labels.Index())
        {
            var carrier = carriers[index % carriers.Count];
            var free = carrier.BridgeId is null;
            if (vlanDevices || !free)
                carrier = scene.Add($"{carrier.Name}.{100 + index}", InterfaceKind.Vlan, i => (i.ParentId, i.VlanId) = (carrier.Id, 100 + index));
            scene.Bridge(label, carrier);
        }
        return scene.InZone("Advanced", true, labels);
    }
}
