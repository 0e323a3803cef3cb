using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Store.Scenes;

/// <summary>Three zones over the sample datacenter: an advanced one with a fault to find, an advanced one that is pushed to the practice cloud, and a basic one.</summary>
internal static class SampleZones
{
    /// <summary>Its guest VLANs reach further than the switch ports let through: the first finding to fix.</summary>
    public static ZoneDesign Advanced() => Advanced("sample-advanced", "sample-kvm1", "sample-kvm2", guestVlans: "500-529", second: 40);

    /// <summary>Without a fault; its twin stands on the practice cloud.</summary>
    public static ZoneDesign Live() => Advanced("sample-live", "sample-kvm1", "sample-kvm2", guestVlans: "500-509", second: 80);

    public static ZoneDesign Basic()
    {
        var design = Frame("sample-basic", "Basic");
        design.PhysicalNetworks.Add(new PhysicalNetwork
        {
            Name = "pn-basic", IsolationMethods = [], TrafficTypes = { Traffic("Management", "cloudbr0"), Traffic("Guest", "cloudbr1"), Traffic("Storage", "cloudbr2") },
            Providers = { new NetworkProvider { Name = "VirtualRouter" }, new NetworkProvider { Name = "SecurityGroupProvider" } },
        });
        design.GuestNetworks.Add(new GuestNetwork { Name = "guests", Offering = "DefaultSharedNetworkOfferingWithSGService" });
        var pod = Pod(120, "sample-kvm3");
        pod.GuestRanges.Add(new GuestRange { Gateway = "10.30.1.1", Netmask = "255.255.255.0", StartIp = "10.30.1.10", EndIp = "10.30.1.200" });
        design.Pods.Add(pod);
        return design;
    }

    private static ZoneDesign Advanced(string name, string hostA, string hostB, string guestVlans, int second)
    {
        var design = Frame(name, "Advanced");
        design.GuestCidr = "10.200.0.0/16";
        design.PhysicalNetworks.Add(new PhysicalNetwork
        {
            Name = "pn-core", IsolationMethods = ["VLAN"], TrafficTypes = { Traffic("Management", "cloudbr0"), Traffic("Storage", "cloudbr2") },
        });
        design.PhysicalNetworks.Add(new PhysicalNetwork
        {
            Name = "pn-tenant", IsolationMethods = ["VLAN"], GuestVlans = guestVlans, TrafficTypes = { Traffic("Guest", "cloudbr1"), Traffic("Public", "cloudbr1") },
            Providers = { new NetworkProvider { Name = "VirtualRouter" }, new NetworkProvider { Name = "VpcVirtualRouter" } },
        });
        design.PublicRanges.Add(new PublicRange { Gateway = "203.0.113.1", Netmask = "255.255.255.0", StartIp = $"203.0.113.{second}", EndIp = $"203.0.113.{second + 30}", Vlan = "300" });
        design.Pods.Add(Pod(second, hostA, hostB));
        return design;
    }

    private static ZoneDesign Frame(string name, string kind) => new()
    {
        Name = name, Kind = kind, Dns1 = "9.9.9.9", InternalDns1 = "10.30.100.5",
        SecondaryStorages = { new SecondaryStorage { Name = "sample-images", Url = "nfs://10.30.200.5/export/images", Provider = "NFS" } },
    };

    private static Pod Pod(int second, params ReadOnlySpan<string> hosts)
    {
        var cluster = new Cluster
        {
            Name = "cluster-1", Hypervisor = "KVM",
            PrimaryStorages = { new PrimaryStorage { Name = $"sample-volumes-{second}", Url = $"nfs://10.30.200.5/export/volumes{second}", Scope = "cluster" } },
        };
        foreach (var host in hosts)
            cluster.Hosts.Add(new Host { Device = host, UserName = "root" });
        return new Pod
        {
            Name = "pod-1", Gateway = "10.30.100.1", Netmask = "255.255.255.0",
            ManagementRanges = { new ManagementRange { StartIp = $"10.30.100.{second}", EndIp = $"10.30.100.{second + 20}" } },
            StorageRanges = { new StorageRange { Gateway = "10.30.200.1", Netmask = "255.255.255.0", StartIp = $"10.30.200.{second}", EndIp = $"10.30.200.{second + 20}" } },
            Clusters = { cluster },
        };
    }

    private static TrafficType Traffic(string type, string bridge) => new() { Type = type, Labels = { ["KVM"] = bridge } };
}
