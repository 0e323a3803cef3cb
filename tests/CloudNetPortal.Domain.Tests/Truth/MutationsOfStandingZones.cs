using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Tests.Rules;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Tests.Truth.SoundZones;

namespace CloudNetPortal.Domain.Tests.Truth;

public static partial class Mutations
{
    /// <summary>The sound zone as it stands on the cloud, read a day ago; VLAN 560 has a network, 570–579 are dedicated.</summary>
    private static DesignSketch Standing()
    {
        var zone = Advanced();
        zone.Live = ALiveZone.Of(zone.Design);
        zone.LiveVlans = new LiveVlans(ALab.Now, [new LiveVlans.Network("guest-a", VlanSet.Parse("500-599"), [new LiveVlans.Use(VlanSet.Parse("560"), "acme", "network web-1", false), new LiveVlans.Use(VlanSet.Parse("570-579"), "bank", "account bank", true)])]);
        return zone;
    }

    private static Owner Of(string domain, string? account = null, string? project = null) => new() { Domain = domain, Account = account, Project = project };

    private static CloudFacts Knowing(Action<Dictionary<string, string>>? settings = null, params string[] domains)
    {
        var values = new Dictionary<string, string>();
        settings?.Invoke(values);
        return new CloudFacts(ALab.Now, [], [], []) { Settings = values, Domains = domains };
    }

    private static IEnumerable<Mutation> OfStandingZones() =>
    [
        new("standing: another kind of zone", Standing, z => z.Design.Kind = "AdvancedSecurityGroups", "CNP1007 CNP1008 CNP1012 CNP2007 CNP9002", "CS-121"),
        new("standing: another isolation method", Standing, z => z.Net("mgmt-net").IsolationMethods[0] = "VXLAN", "CNP1012", "CS-223"),
        new("standing: public traffic moves", Standing, z => { var moved = z.Traffic("Public"); Guests(z).TrafficTypes.Remove(moved); z.Net("mgmt-net").TrafficTypes.Add(moved); }, "CNP1012", "CS-313"),
        new("standing: another label", Standing, z => z.Traffic("Guest").Labels["KVM"] = "cloudbr9", "CNP1013 CNP3002", "CS-313"),
        new("standing: a physical network more", Standing, z => z.Say("net spare VLAN"), "CNP1013", "CS-202"),
        new("standing: storage traffic while its VM runs", Standing, z =>
        {
            var before = Advanced().Design;
            before.PhysicalNetworks[0].TrafficTypes.RemoveAll(t => t.Type == "Storage");
            z.Live = ALiveZone.Of(before, "Running");
        }, "CNP1013", "CS-311"),
        new("standing: a VLAN in use is dropped", Standing, z => Guests(z).GuestVlans = "500-559,561-599", "CNP5010", "CS-217"),
        new("standing: dedicated VLANs are dropped", Standing, z => Guests(z).GuestVlans = "500-569,580-599", "CNP5010", "CS-219"),
        new("standing: all VLANs are dropped", Standing, z => Guests(z).GuestVlans = "", "CNP5002 CNP5010", "CS-218 seen-1"),
        new("standing: the pod becomes smaller", Standing, z => Pod1(z).Netmask = "255.255.255.128", "CNP1012 CNP4001", "CS-512"),
        new("standing: the management range shrinks", Standing, z => Management1(z).EndIp = "10.20.100.130", "CNP1012", "CS-523"),
        new("standing: the storage range grows", Standing, z => Storage1(z).EndIp = "10.20.200.160", "CNP1012", "CS-607 CS-608"),
        new("standing: the public range shrinks", Standing, z => Public1(z).EndIp = "203.0.113.50", "CNP1012", "CS-732"),
        new("standing: another public gateway", Standing, z => Public1(z).Gateway = "203.0.113.2", "CNP1012 CNP4012", "CS-731"),
        new("standing: another VLAN of the public range", Standing, z => { Public1(z).Vlan = "301"; foreach (var n in new[] { 1, 2, 3 }) Allow(z, $"kvm{n}", "301"); z.Prefixes[2].VlanId = 301; }, "CNP1012", "CS-735"),
        new("VLANs kept for an account and a project", Advanced, z => Guests(z).VlanDedications.Add(new VlanDedication { Id = "d", Vlans = "540-560", Owner = Of("ROOT", "acme", "p") }), "CNP1014", "CS-802"),
        new("range of a basic zone with an owner", Basic, z => { z.Say(Public); Public1(z).DedicatedTo = Of("ROOT", "acme"); }, "CNP1006 CNP1014", "CS-715"),
        new("zone and host of two owners", Advanced, z => { z.Design.DedicatedTo = Of("ROOT/a"); Cluster1(z).Hosts[2].DedicatedTo = Of("ROOT/b"); }, "CNP1014", "CS-1501 CS-1502"),
        new("owner in a domain the cloud has not", Advanced, z => { z.Design.DedicatedTo = Of("ROOT/nowhere"); z.Cloud = Knowing(null, "ROOT", "ROOT/a"); }, "CNP1014", "CS-108 CS-1503"),
        new("push account without createPod", Advanced, z => z.Cloud = new CloudFacts(ALab.Now, [], ["listApis"], []), "CNP1015", "CS-013"),
        new("VMware on a cloud without its plug-in", Vmware, z => z.Cloud = new CloudFacts(ALab.Now, [], [.. Commands(z).Where(c => c != "addVmwareDc")], []), "CNP1015", "CS-013"),
        new("routed subnets overlap", Advanced, z => z.Design.Routing = new RoutedNetworking { Subnets = { new RoutedSubnet { Id = "a", Cidr = "10.64.0.0/16" }, new RoutedSubnet { Id = "b", Cidr = "10.64.8.0/24" } } }, "CNP4016", "CS-1402"),
        new("BGP peer without address", Advanced, z => z.Design.Routing = new RoutedNetworking { BgpPeers = { new BgpPeer { Id = "a", AsNumber = "65000" } } }, "CNP4016", "CS-1407"),
        new("AS numbers backwards", Advanced, z => z.Design.Routing = new RoutedNetworking { AsNumberRanges = { new AsNumberRange { Id = "a", Start = "65010", End = "65001" } } }, "CNP4016", "CS-1409"),
        new("IPv6 prefix too long", Advanced, z => z.Design.Routing = new RoutedNetworking { Ipv6Prefixes = { new RoutedSubnet { Id = "a", Cidr = "2001:db8::/72" } } }, "CNP4016", "CS-1411"),
        new("routed subnets where they are switched off", Advanced, z =>
        {
            z.Design.Routing = new RoutedNetworking { Subnets = { new RoutedSubnet { Id = "a", Cidr = "10.64.0.0/16" } } };
            z.Cloud = Knowing(s => s["routed.network.vpc.enabled"] = "false") with { Commands = Commands(z) };
        }, "CNP1015", "CS-1401"),
    ];

    private static List<string> Commands(DesignSketch z) =>
        [.. CloudNetPortal.Domain.Plans.Planner.Plan(z.Design, "", z.Input.Catalogue).Steps.SelectMany(s => new[] { s.Command, s.Lookup?.Command, s.ReadBack?.Command }).OfType<string>().Distinct()];
}
