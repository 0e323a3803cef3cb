using System.Globalization;
using System.Net;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Tests.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Domain.Tests.Truth;

/// <summary>
/// A zone and its boxes from a few lines of text, one thing a line, so that designs of other people can be written down as data. What the lines do not say
/// is filled in soundly: every NIC is cabled to one of two switches that let all VLANs through, LACP bonds end in an MLAG group, storage is in the subnet of the pod.
/// </summary>
public sealed class DesignSketch
{
    private readonly List<Device> _hosts = [];
    private readonly List<(Interface Nic, string Host)> _loose = [];
    private string _hypervisor = "KVM";
    private Device? _switch;
    private bool _storageSaid;

    public ZoneDesign Design { get; } = new() { Id = "z", Name = "zone1", Dns1 = "198.18.0.53", InternalDns1 = "198.18.0.53", GuestCidr = "10.1.1.0/24" };
    public List<Device> Devices { get; } = [];
    public List<DeviceType> DeviceTypes { get; } = [];
    public List<Rack> Racks { get; } = [];
    public List<Cable> Cables { get; } = [];
    public List<Prefix> Prefixes { get; } = [];
    public List<LldpNeighbour> Neighbours { get; } = [];
    public List<ZoneDesign> OtherZones { get; } = [];
    public CloudFacts? Cloud { get; set; }
    public ZoneSnapshot? Live { get; set; }
    public LiveVlans? LiveVlans { get; set; }
    public CatalogueSnapshot With(IReadOnlyList<Device> devices) => new() { Devices = [.. devices], DeviceTypes = [.. DeviceTypes], Racks = [.. Racks], Cables = [.. Cables], Prefixes = [.. Prefixes], Neighbours = [.. Neighbours] };
    public RuleInput Input => new(Design, With(Devices), PolicyPack.Production, ALab.Now) { OtherZones = [.. OtherZones], Cloud = Cloud, Live = Live, LiveVlans = LiveVlans };

    public static DesignSketch Read(IEnumerable<string> lines)
    {
        var sketch = new DesignSketch();
        foreach (var line in lines)
            sketch.Line(line);
        sketch.Fill();
        return sketch;
    }

    public Device Device(string name) => Devices.First(d => d.Name == name);
    public Interface Port(string device, string port) => Named(Device(device), port);
    public PhysicalNetwork Net(string name) => Design.PhysicalNetworks.First(n => n.Name == name);
    public TrafficType Traffic(string type) => Design.PhysicalNetworks.Select(n => n.Traffic(type)).First(t => t is not null)!;
    /// <summary>The cable in a port.</summary>
    public Cable CableAt(string device, string port) => Cables.First(c => c.Ends.Exists(e => e.InterfaceId == Port(device, port).Id));
    /// <summary>The switch port at the other end of a NIC's cable, or behind the panel.</summary>
    public Interface EndOf(string device, string port) => new RuleFacts(Input).PathFrom(Port(device, port)).End!.Port;
    /// <summary>One more line of the same words.</summary>
    public void Say(string line) => Line(line);

    private Pod Pod => Design.Pods.Count > 0 ? Design.Pods[^1] : Added(Design.Pods, new Pod { Id = "p1", Name = "pod1", Gateway = "10.9.1.1", Netmask = "255.255.255.0", ManagementRanges = { new ManagementRange { Id = "mr", StartIp = "10.9.1.20", EndIp = "10.9.1.60" } } });
    private Cluster Cluster => Pod.Clusters.Count > 0 ? Pod.Clusters[^1] : Added(Pod.Clusters, new Cluster { Id = $"c{Design.Pods.Count}", Name = $"c{Design.Pods.Count}", Hypervisor = _hypervisor });

    private void Line(string line)
    {
        var words = new Words(line);
        switch (words.Next())
        {
            case "zone":
                Design.Kind = words.Next();
                Design.GuestCidr = words.Option("guest") ?? (Design.Kind == "Basic" ? null : Design.GuestCidr);
                Design.Dns1 = words.Option("dns") ?? Design.Dns1;
                Design.InternalDns1 = words.Option("internal") ?? Design.InternalDns1;
                break;
            case "hypervisor":
                _hypervisor = words.Next();
                break;
            case "net":
                Network(words);
                break;
            case "public":
                var (start, end, mask) = words.Range();
                Design.PublicRanges.Add(new PublicRange { Id = $"r{Design.PublicRanges.Count}", StartIp = start, EndIp = end, Netmask = mask, Gateway = words.Option("gw")!, Vlan = words.Option("vlan") });
                break;
            case "shared":
                var network = Added(Design.GuestNetworks, new GuestNetwork { Id = $"gn{Design.GuestNetworks.Count}", Name = words.Next(), Offering = words.Next(), Gateway = words.Option("gw"), Vlan = words.Option("vlan") });
                if (words.More)
                    (network.StartIp, network.EndIp, network.Netmask) = words.Range();
                break;
            case "pod":
                var pod = Added(Design.Pods, new Pod { Id = $"p{Design.Pods.Count + 1}", Name = words.Next(), Gateway = words.Option("gw") });
                if (words.More)
                {
                    (start, end, pod.Netmask) = words.Range();
                    pod.ManagementRanges.Add(new ManagementRange { Id = $"mr{Design.Pods.Count}", StartIp = start, EndIp = end, Vlan = words.Option("vlan") });
                }
                break;
            case "edgepod":
                Design.Pods.Add(new Pod { Id = $"p{Design.Pods.Count + 1}", Name = words.Next() });
                break;
            case "localstorage":
                Design.LocalStorageEnabled = true;
                break;
            case "dedicate":
                Net(words.Next()).VlanDedications.Add(new VlanDedication { Id = $"vd{line.Length}", Vlans = words.Next(), Owner = new Owner { Domain = words.Next() } });
                break;
            case "setting":
                Design.GlobalSettings.Add(new GlobalSetting { Id = $"gs{Design.GlobalSettings.Count}", Name = words.Next(), Value = words.Next(), Apply = true });
                break;
            case "server":
                var server = Added(Devices, new Device { Name = words.Next(), Role = DeviceRoles.Other });
                var own = words.Next().Split('/');
                ALab.Address(ALab.Add(server, new Interface { Name = "eth0" }), own[0], int.Parse(own[1], CultureInfo.InvariantCulture));
                break;
            case "storage":
                (start, end, mask) = words.Range();
                Pod.StorageRanges.Add(new StorageRange { Id = $"sr{Design.Pods.Count}", StartIp = start, EndIp = end, Netmask = mask, Gateway = words.Option("gw")!, Vlan = words.Option("vlan") });
                break;
            case "guest":
                (start, end, mask) = words.Range();
                Pod.GuestRanges.Add(new GuestRange { Id = $"gr{Design.Pods.Count}", StartIp = start, EndIp = end, Netmask = mask, Gateway = words.Option("gw")!, Vlan = words.Option("vlan") });
                break;
            case "cluster":
                Pod.Clusters.Add(new Cluster { Id = $"c{Pod.Id}{Pod.Clusters.Count}", Name = words.Next(), Hypervisor = _hypervisor = words.Next() });
                break;
            case "primary":
                Cluster.PrimaryStorages.Add(new PrimaryStorage { Id = $"ps{Cluster.Id}", Name = "primary", Url = words.Next() });
                break;
            case "secondary":
                _storageSaid = true;
                Design.SecondaryStorages.Add(new SecondaryStorage { Id = "ss", Name = "secondary", Url = words.Next(), Provider = "NFS" });
                break;
            case "prefix":
                Prefixes.Add(new Prefix { Network = IPNetwork.Parse(words.Next()), VlanId = words.Number("vlan"), Gateway = words.Option("gw") is { } gateway ? IPAddress.Parse(gateway) : null });
                break;
            case "host":
                Hosts(words);
                break;
            case "switch":
                _switch = Switch(words.Next());
                break;
            case "port":
                Port(_switch!, words);
                break;
            case "link":
                Wire(PortOf(words.Next()), PortOf(words.Next()));
                break;
            default:
                Inside(line);
                return;
        }
        Assert.False(words.More, $"“{line}” has words nobody reads.");
    }

    private void Network(Words words)
    {
        var network = Added(Design.PhysicalNetworks, new PhysicalNetwork { Id = $"n{Design.PhysicalNetworks.Count + 1}", Name = words.Next(), GuestVlans = words.Option("vlans"), VlanBridgeMeansParent = words.Flag("parent-meant") });
        if (words.Option("tag") is { } tag)
            network.Tags.Add(tag);
        if (words.Next() is { } isolation and not "-")
            network.IsolationMethods.Add(isolation);
        while (words.More)
        {
            var (type, label) = words.Pair();
            var traffic = Added(network.TrafficTypes, new TrafficType { Id = $"{network.Id}{type[..1]}", Type = type });
            if (label.Length > 0)
                traffic.Labels[_hypervisor] = _hypervisor == "XenServer" ? label.Replace('_', ' ') : label;
        }
    }

    private void Hosts(Words words)
    {
        _hosts.Clear();
        var (ovs, system) = (words.Flag("ovs"), words.Option("os")?.Replace('-', ' '));
        var (names, address) = (words.Next().Split(','), words.More ? words.Next() : null);
        for (var n = 0; n < names.Length; n++)
        {
            var device = Added(Devices, new Device { Name = names[n], Role = DeviceRoles.Hypervisor });
            device.LogicalHost = new LogicalHost { DeviceId = device.Id, Hypervisor = _hypervisor, UsesOpenVSwitch = ovs, ObservedAt = ALab.Now.AddDays(-1), OperatingSystem = system, ManagementAddress = address is null ? null : IPAddress.Parse(Plus(address, n)) };
            _hosts.Add(device);
            Cluster.Hosts.Add(new Host { Id = $"h{Devices.Count}", Device = device.Name, UserName = "root", PasswordRef = "root" });
        }
    }

    // Lines about the inside of a host speak of all hosts of the last “host” line; addresses count up.
    private void Inside(string line)
    {
        for (var n = 0; n < _hosts.Count; n++)
        {
            var (words, host) = (new Words(line), _hosts[n]);
            var (word, name) = (words.Next(), words.Next());
            if (word == "address")
            {
                Address(host, name, words.Next(), n);
                continue;
            }
            var port = new Interface { Name = name, Mtu = words.Number("mtu"), SpeedMbps = words.Number("speed"), Kind = word switch { "nic" => InterfaceKind.Physical, "bond" => InterfaceKind.Bond, "vlan" => InterfaceKind.Vlan, "bridge" => InterfaceKind.Bridge, "ovs" => InterfaceKind.OvsBridge, "xennet" => InterfaceKind.XenNetwork, "vswitch" => InterfaceKind.VSwitch, "virtual" => InterfaceKind.Virtual, "vxlan" => InterfaceKind.Vxlan, _ => throw new ArgumentException($"“{word}” is no word of a sketch.") } };
            ALab.Add(host, port);
            var address = words.Option("ip");
            switch (word)
            {
                case "nic" when words.Flag("uncabled"):
                    break;
                case "nic" when words.Option("to") is { } target:
                    Wire(port, PortOf(target));
                    break;
                case "nic":
                    _loose.Add((port, host.Name));
                    break;
                case "bond":
                    port.BondMode = words.Next() switch { "802.3ad" => BondMode.Lacp, "active-backup" => BondMode.ActiveBackup, "balance-slb" => BondMode.BalanceSlb, "balance-xor" => BondMode.BalanceXor, var other => throw new ArgumentException(other) };
                    Members(host, words, m => m.BondId = port.Id);
                    break;
                case "vlan":
                    (port.ParentId, port.VlanId) = (Named(host, words.Next()).Id, int.Parse(words.Next(), CultureInfo.InvariantCulture));
                    break;
                case "xennet":
                    (port.NameLabel, port.Name, port.VlanId) = (name.Replace('_', ' '), $"xapi{host.Interfaces.Count}", words.Number("tag"));
                    Members(host, words, m => m.BridgeId = port.Id);
                    break;
                case "vswitch":
                    port.IsDistributed = words.Flag("distributed");
                    Members(host, words, m => m.BridgeId = port.Id);
                    break;
                case "bridge" or "ovs":
                    Members(host, words, m => m.BridgeId = port.Id);
                    break;
            }
            if (address is not null)
                Address(host, port.Name, address, n);
            Assert.False(words.More, $"“{line}” has words nobody reads.");
        }
    }

    private static void Members(Device host, Words words, Action<Interface> join)
    {
        if (words.More)
            words.Next().Split('+').Select(m => Named(host, m)).ToList().ForEach(join);
    }

    private static Interface Named(Device device, string name) => device.Interfaces.Find(i => i.Name == name) ?? throw new ArgumentException($"{device.Name} has no {name}.");

    private static void Address(Device host, string port, string text, int number)
    {
        var prefix = int.Parse(text[(text.IndexOf('/', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        ALab.Address(Named(host, port), Plus(text, number), prefix);
        host.LogicalHost!.ManagementAddress ??= IPAddress.Parse(Plus(text, number));
    }

    private static string Plus(string address, int number)
    {
        var parts = address.Split('/')[0].Split('.');
        return $"{parts[0]}.{parts[1]}.{parts[2]}.{int.Parse(parts[3], CultureInfo.InvariantCulture) + number}";
    }

    private Device Switch(string name) => Devices.Find(d => d.Name == name) ?? Added(Devices, new Device { Name = name, Role = DeviceRoles.Switch });

    private Interface PortOf(string text)
    {
        var parts = text.Split(':', 2);
        var device = Switch(parts[0]);
        return device.Interfaces.Find(i => i.Name == parts[1]) ?? ALab.Add(device, new Interface { Name = parts[1], Mtu = 9216 });
    }

    private static void Port(Device device, Words words)
    {
        var port = device.Interfaces.Find(i => i.Name == words.Peek) ?? ALab.Add(device, new Interface { Name = words.Peek });
        words.Next();
        (port.Mtu, port.UntaggedVlan) = (words.Number("mtu") ?? 9216, words.Number("native"));
        switch (words.Next())
        {
            case "access":
                (port.Mode, port.UntaggedVlan) = (SwitchPortMode.Access, int.Parse(words.Next(), CultureInfo.InvariantCulture));
                break;
            case "trunk":
                (port.Mode, port.TaggedVlans) = (SwitchPortMode.Trunk, VlanSet.Parse(words.Next()));
                break;
            case "all":
                port.Mode = SwitchPortMode.TrunkAll;
                break;
        }
    }

    public void Wire(Interface a, Interface b)
    {
        var cable = Added(Cables, new Cable { Label = $"C-{Cables.Count + 1}" });
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = a.Id, Side = 'A' });
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = b.Id, Side = 'B' });
    }

    private void Fill()
    {
        var (a, b) = _loose.Count == 0 ? (null, null) : (Switch("sw-a"), Switch("sw-b"));
        foreach (var (nic, host) in _loose)
        {
            var device = _loose.Where(l => l.Host == host).TakeWhile(l => l.Nic != nic).Count() % 2 == 0 ? a! : b!;
            var port = device.Interfaces.Find(i => i.Name == $"{host}-{nic.Name}") ?? ALab.Add(device, new Interface { Name = $"{host}-{nic.Name}", Mode = SwitchPortMode.TrunkAll, Mtu = 9216 });
            if (Devices.SelectMany(d => d.Interfaces).FirstOrDefault(i => i.Id == nic.BondId && i.BondMode is BondMode.Lacp or BondMode.BalanceXor) is { } bond)
            {
                var name = $"{host}-{bond.Name}";
                var lag = device.Interfaces.Find(i => i.Name == name) ?? ALab.Add(device, new Interface { Name = name, Kind = InterfaceKind.Bond, BondMode = bond.BondMode == BondMode.Lacp ? BondMode.Lacp : BondMode.Static, Mode = SwitchPortMode.TrunkAll, MlagGroup = name, Mtu = 9216 });
                port.BondId = lag.Id;
            }
            Wire(nic, port);
        }
        if (a is not null)
        {
            var (left, right) = (ALab.Add(a, new Interface { Name = "peer", Mode = SwitchPortMode.TrunkAll, Mtu = 9216 }), ALab.Add(b!, new Interface { Name = "peer", Mode = SwitchPortMode.TrunkAll, Mtu = 9216 }));
            Wire(left, right);
        }
        var kind = ZoneKind.Find(Design.Kind)!;
        foreach (var network in Design.PhysicalNetworks.Where(n => n.Traffic("Guest") is not null))
            network.Providers.AddRange(kind.Providers.Select((p, n) => new NetworkProvider { Id = $"{network.Id}v{n}", Name = p }));
        if (Design.Kind == "Basic" && Design.GuestNetworks.Count == 0)
            Design.GuestNetworks.Add(new GuestNetwork { Id = "gn", Name = "guest", Offering = "DefaultSharedNetworkOfferingWithSGService" });
        foreach (var network in Design.PhysicalNetworks.Where(n => n is { GuestVlans: "-" }))
            network.GuestVlans = null;
        _ = Cluster;
        foreach (var cluster in Design.Pods.SelectMany(p => p.Clusters).Where(c => c.Hypervisor == "VMware"))
        {
            (cluster.ClusterType, cluster.Url, cluster.UserName, cluster.PasswordRef) = ("ExternalManaged", $"http://198.18.0.20/dc/{cluster.Name}", "admin", "vcenter");
            Design.VmwareDatacenter ??= new VmwareDatacenter { Id = "dc", Name = "dc", VCenter = "198.18.0.20", UserName = "admin", PasswordRef = "vcenter" };
        }
        foreach (var pod in Design.Pods)
        {
            var server = Ipv4Subnet.TryParse(pod.Gateway, pod.Netmask, out var subnet) ? new Ipv4(subnet.Broadcast.Value - 1).ToString() : "198.18.0.9";
            foreach (var cluster in pod.Clusters.Where(c => c.PrimaryStorages.Count == 0 && !Design.LocalStorageEnabled))
                cluster.PrimaryStorages.Add(new PrimaryStorage { Id = $"ps{cluster.Id}", Name = $"primary-{cluster.Name}", Url = $"nfs://{server}/primary-{cluster.Name}" });
            if (!_storageSaid && Design.SecondaryStorages.Count == 0 && Design.Kind != "Edge")
                Design.SecondaryStorages.Add(new SecondaryStorage { Id = "ss", Name = "secondary", Url = $"nfs://{server}/secondary", Provider = "NFS" });
        }
    }

    public static T Added<T>(List<T> list, T item)
    {
        list.Add(item);
        return item;
    }

    /// <summary>Words of a line; an option is a word and the one after it, taken from anywhere.</summary>
    private sealed class Words(string line)
    {
        private readonly List<string> _words = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

        public bool More => _words.Count > 0;
        public string Peek => _words[0];
        public string Next() => Take(0);
        public bool Flag(string word) => _words.Remove(word);
        public int? Number(string word) => Option(word) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

        public string? Option(string word)
        {
            var at = _words.IndexOf(word);
            if (at < 0)
                return null;
            _words.RemoveAt(at);
            var value = Take(at);
            return value == "none" ? null : value;
        }

        public (string Start, string End, string Mask) Range()
        {
            var parts = Next().Split('/');
            var ends = parts[0].Split('-');
            var bits = uint.MaxValue << (32 - int.Parse(parts[1], CultureInfo.InvariantCulture));
            return (ends[0], ends[^1], new IPAddress([(byte)(bits >> 24), (byte)(bits >> 16), (byte)(bits >> 8), (byte)bits]).ToString());
        }

        public (string Key, string Value) Pair()
        {
            var parts = Next().Split('=', 2);
            return (parts[0], parts[1]);
        }

        private string Take(int at)
        {
            var word = _words[at];
            _words.RemoveAt(at);
            return word;
        }
    }
}
