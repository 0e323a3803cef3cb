using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Push.Tests.Drills;

/// <summary>A zone of everything that has a step of its own: more than forty calls, hosts with and without a natural key, synchronous and asynchronous; with eight pods more than 110.</summary>
internal static class DrillDesign
{
    public static ZoneDesign Make(int pods = 2) => new()
    {
        Id = "drill", Name = "drill", Kind = "Advanced", Dns1 = "10.0.9.53", InternalDns1 = "10.0.0.53", GuestCidr = "10.1.1.0/24", NetworkDomain = "drill.example",
        Details = [new Detail { Id = "d1", Key = "portal.owner", Value = "network team" }],
        PhysicalNetworks =
        [
            new PhysicalNetwork
            {
                Id = "n1", Name = "drill-infra", IsolationMethods = ["VLAN"], Tags = ["infra"],
                TrafficTypes = [Traffic("t1", "Management", "cloudbr0"), Traffic("t2", "Storage", "cloudbr2"), Traffic("t3", "Public", "cloudbr1")],
            },
            new PhysicalNetwork
            {
                Id = "n2", Name = "drill-guest", IsolationMethods = ["VLAN"], Tags = ["guest"], GuestVlans = "500-599,700", TrafficTypes = [Traffic("t4", "Guest", "cloudbr3")],
                Providers = [Provider("vr", "VirtualRouter"), Provider("vpc", "VpcVirtualRouter"), Provider("ilb", "InternalLbVm")],
                VlanDedications = [new VlanDedication { Id = "vd", Vlans = "510-519", Owner = new Owner { Domain = "ROOT", Account = "admin" } }],
            },
        ],
        Pods = [.. Enumerable.Range(1, pods).Select(n => n % 2 == 1 ? MakePod(n, "KVM", [$"http://10.0.{n}.201", $"http://10.0.{n}.202"]) : MakePod(n, "Simulator", [$"http://sim/c{n}/h1", $"http://sim/c{n}/h2", $"http://sim/c{n}/h3"]))],
        PublicRanges =
        [
            new PublicRange { Id = "r1", Gateway = "198.51.100.1", Netmask = "255.255.255.0", StartIp = "198.51.100.10", EndIp = "198.51.100.49", Vlan = "400" },
            new PublicRange { Id = "r2", Gateway = "203.0.113.1", Netmask = "255.255.255.0", StartIp = "203.0.113.10", EndIp = "203.0.113.29", Vlan = "401" },
        ],
        SecondaryStorages = [new SecondaryStorage { Id = "ss", Name = "drill-secondary", Provider = "NFS", Url = "nfs://10.0.3.4/drill/secondary" }],
    };

    private static TrafficType Traffic(string id, string type, string label) => new() { Id = id, Type = type, Labels = { ["KVM"] = label } };

    private static NetworkProvider Provider(string id, string name) => new() { Id = id, Name = name };

    private static Pod MakePod(int n, string hypervisor, string[] hosts) => new()
    {
        Id = $"p{n}", Name = $"drill-pod-{n}", Gateway = $"10.0.{n}.1", Netmask = "255.255.255.0",
        ManagementRanges =
        [
            new ManagementRange { Id = $"m{n}a", StartIp = $"10.0.{n}.10", EndIp = $"10.0.{n}.29" },
            new ManagementRange { Id = $"m{n}b", StartIp = $"10.0.{n}.40", EndIp = $"10.0.{n}.49" },
        ],
        StorageRanges = [new StorageRange { Id = $"s{n}", Gateway = $"10.20.{n}.1", Netmask = "255.255.255.0", StartIp = $"10.20.{n}.10", EndIp = $"10.20.{n}.29", Vlan = $"{300 + n}" }],
        Clusters =
        [
            new Cluster
            {
                Id = $"c{n}", Name = $"drill-cluster-{n}", Hypervisor = hypervisor,
                Hosts = [.. hosts.Select((url, i) => new Host { Id = $"c{n}h{i}", Url = url, UserName = "root", PasswordRef = "drill.host" })],
                PrimaryStorages = [new PrimaryStorage { Id = $"ps{n}", Name = $"drill-pool-{n}", Url = $"nfs://10.0.3.4/drill/pool{n}", Scope = "cluster" }],
            },
        ],
    };
}
