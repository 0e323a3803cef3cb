using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Plans;

internal static class SampleZones
{
    public static ZoneDesign Advanced() => new()
    {
        Id = "z", Name = "ams1", Dns1 = "8.8.8.8", InternalDns1 = "10.1.0.53", GuestCidr = "10.1.1.0/24", NetworkDomain = "cloud.example.net",
        PhysicalNetworks =
        {
            new PhysicalNetwork
            {
                Id = "n1", Name = "pn-guest", IsolationMethods = ["VLAN"], Tags = ["guest-a"], GuestVlans = "700,500-599",
                TrafficTypes =
                {
                    new TrafficType { Id = "tm", Type = "Management", Labels = { ["KVM"] = "cloudbr0" } },
                    new TrafficType { Id = "tg", Type = "Guest", Labels = { ["KVM"] = "cloudbr1", ["VMware"] = "dvSwitch0,,vmwaredvs" } },
                    new TrafficType { Id = "tp", Type = "Public", Labels = { ["KVM"] = "cloudbr1" } },
                },
                Providers = { new NetworkProvider { Id = "vr", Name = "VirtualRouter" }, new NetworkProvider { Id = "off", Name = "InternalLbVm", Enabled = false } },
                VlanDedications = { new VlanDedication { Id = "d1", Vlans = "590-599", Owner = new Owner { Domain = "ROOT", Account = "admin" } } },
            },
        },
        PublicRanges = { new PublicRange { Id = "r1", Gateway = "192.0.2.1", Netmask = "255.255.255.0", StartIp = "192.0.2.10", EndIp = "192.0.2.50", Vlan = "50" } },
        Pods =
        {
            new Pod
            {
                Id = "p1", Name = "pod1", Gateway = "10.0.1.1", Netmask = "255.255.255.0",
                ManagementRanges = { new ManagementRange { Id = "m1", StartIp = "10.0.1.10", EndIp = "10.0.1.50" }, new ManagementRange { Id = "m2", StartIp = "10.0.1.70", EndIp = "10.0.1.90", ForSystemVms = true } },
                StorageRanges = { new StorageRange { Id = "s1", Gateway = "10.0.2.1", Netmask = "255.255.255.0", StartIp = "10.0.2.10", EndIp = "10.0.2.50", Vlan = "300" } },
                Clusters =
                {
                    new Cluster
                    {
                        Id = "c1", Name = "c1", Hypervisor = "kvm",
                        Hosts = { new Host { Id = "h1", Url = "http://10.0.1.2", UserName = "root", PasswordRef = "pw1" }, new Host { Id = "h2", Url = "http://sim/h2", Tags = ["a", "b"] } },
                        PrimaryStorages = { new PrimaryStorage { Id = "ps", Name = "ps1", Url = "nfs://10.0.3.4/export/p" } },
                    },
                },
            },
        },
        SecondaryStorages = { new SecondaryStorage { Id = "ss", Name = "sec1", Url = "nfs://10.0.3.4/export/s", Provider = "NFS" } },
        GlobalSettings = { new GlobalSetting { Id = "g1", Name = "expunge.delay", Value = "60" }, new GlobalSetting { Id = "g2", Name = "expunge.interval", Value = "60", Apply = true } },
    };

    public static ZoneDesign Basic()
    {
        var design = Advanced();
        design.Kind = "Basic";
        design.PublicRanges.Clear();
        design.GuestNetworks = [new GuestNetwork { Id = "gn", Name = "defaultGuestNetwork", Offering = "DefaultSharedNetworkOfferingWithSGService" }];
        design.Pods[0].GuestRanges = [new GuestRange { Id = "gr", Gateway = "172.17.16.1", Netmask = "255.255.255.0", StartIp = "172.17.16.2", EndIp = "172.17.16.100" }];
        design.PhysicalNetworks[0].Providers = [new NetworkProvider { Id = "vr", Name = "VirtualRouter" }, new NetworkProvider { Id = "sg", Name = "SecurityGroupProvider" }];
        return design;
    }
}
