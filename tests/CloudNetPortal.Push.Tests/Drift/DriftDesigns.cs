using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Push.Tests.Drills;

namespace CloudNetPortal.Push.Tests.Drift;

/// <summary>Zones of several kinds, with labels of every hypervisor.</summary>
internal static class DriftDesigns
{
    public static ZoneDesign Advanced()
    {
        var design = DrillDesign.Make();
        (design.Dns2, design.InternalDns2, design.Ip6Dns1) = ("10.0.9.54", "10.0.0.54", "2001:db8::53");
        foreach (var traffic in design.PhysicalNetworks.SelectMany(n => n.TrafficTypes))
        {
            traffic.Labels["XenServer"] = $"xen-{traffic.Type}";
            traffic.Labels["VMware"] = $"dvs-{traffic.Type},,vmwaredvs";
            traffic.Labels["Hyperv"] = $"hv-{traffic.Type}";
            traffic.Labels["Ovm3"] = $"ovm-{traffic.Type}";
            traffic.Labels["Simulator"] = $"sim-{traffic.Type}";
        }
        design.Pods[0].Clusters[0].Hosts[0].Tags = ["ssd", "rack1"];
        design.PrimaryStorages.Add(new PrimaryStorage { Id = "zp", Name = "drill-zone-pool", Url = "nfs://10.0.3.5/drill/zone", Scope = "zone", Hypervisor = "KVM", Tags = "fast,ssd" });
        return design;
    }

    /// <summary>Without Storage traffic, which enabling the zone adds; ends of ranges left out.</summary>
    public static ZoneDesign Terse()
    {
        var design = DrillDesign.Make();
        (design.Name, design.NetworkDomain, design.GuestCidr) = ("terse", null, null);
        var infra = design.PhysicalNetworks[0];
        infra.TrafficTypes.RemoveAll(t => t.Type == "Storage");
        var guest = design.PhysicalNetworks[1];
        guest.GuestVlans = " 700, 520-599,500-530 ";
        guest.VlanDedications = [new VlanDedication { Id = "va", Vlans = "510-514", Owner = new Owner { Domain = "ROOT", Account = "admin" } }];
        foreach (var pod in design.Pods)
        {
            pod.StorageRanges.Clear();
            pod.ManagementRanges[1].EndIp = null;
        }
        design.PublicRanges[0].Vlan = "untagged";
        design.SecondaryStorages[0].Name = null;
        return design;
    }

    public static ZoneDesign Basic() => new()
    {
        Id = "basic", Name = "basic", Kind = "Basic", Dns1 = "10.0.9.53", InternalDns1 = "10.0.0.53",
        PhysicalNetworks =
        [
            new PhysicalNetwork
            {
                Id = "bn", Name = "basic-net", TrafficTypes = [Traffic("bg", "Guest", "cloudbr1"), Traffic("bm", "Management", "cloudbr0")],
                Providers = [new NetworkProvider { Id = "bvr", Name = "VirtualRouter" }, new NetworkProvider { Id = "bsg", Name = "SecurityGroupProvider" }],
            },
        ],
        GuestNetworks = [new GuestNetwork { Id = "bgn", Name = "defaultGuestNetwork", Offering = "DefaultSharedNetworkOfferingWithSGService" }],
        Pods =
        [
            new Pod
            {
                Id = "bp", Name = "basic-pod", Gateway = "10.40.0.1", Netmask = "255.255.255.0", ManagementRanges = [new ManagementRange { Id = "bmr", StartIp = "10.40.0.10", EndIp = "10.40.0.29" }],
                GuestRanges = [new GuestRange { Id = "bgr", Gateway = "10.41.0.1", Netmask = "255.255.255.0", StartIp = "10.41.0.10", EndIp = "10.41.0.99" }],
                Clusters = [new Cluster { Id = "bc", Name = "basic-cluster", Hypervisor = "KVM", Hosts = [new Host { Id = "bh", Url = "http://10.40.0.201", UserName = "root", PasswordRef = "drill.host" }] }],
            },
        ],
        SecondaryStorages = [new SecondaryStorage { Id = "bss", Name = "basic-secondary", Provider = "NFS", Url = "nfs://10.0.3.4/basic/secondary" }],
    };

    public static ZoneDesign SecurityGroups() => new()
    {
        Id = "groups", Name = "groups", Kind = "AdvancedSecurityGroups", Dns1 = "10.0.9.53", InternalDns1 = "10.0.0.53",
        PhysicalNetworks =
        [
            new PhysicalNetwork
            {
                Id = "gn", Name = "groups-net", IsolationMethods = ["VLAN"], GuestVlans = "900-919", TrafficTypes = [Traffic("gg", "Guest", "cloudbr1"), Traffic("gm", "Management", "cloudbr0")],
                Providers = [new NetworkProvider { Id = "gvr", Name = "VirtualRouter" }, new NetworkProvider { Id = "gsg", Name = "SecurityGroupProvider" }],
            },
        ],
        GuestNetworks =
        [
            new GuestNetwork
            {
                Id = "ggn", Name = "shared-1", Offering = "DefaultSharedNetworkOfferingWithSGService", PhysicalNetworkId = "gn", Gateway = "10.51.0.1", Netmask = "255.255.255.0", StartIp = "10.51.0.10", EndIp = "10.51.0.99", Vlan = "950",
            },
        ],
        Pods =
        [
            new Pod
            {
                Id = "gp", Name = "groups-pod", Gateway = "10.50.0.1", Netmask = "255.255.255.0", ManagementRanges = [new ManagementRange { Id = "gmr", StartIp = "10.50.0.10", EndIp = "10.50.0.29" }],
                Clusters = [new Cluster { Id = "gc", Name = "groups-cluster", Hypervisor = "KVM", Hosts = [new Host { Id = "gh", Url = "http://10.50.0.201", UserName = "root", PasswordRef = "drill.host" }] }],
            },
        ],
    };

    private static TrafficType Traffic(string id, string type, string label) => new() { Id = id, Type = type, Labels = { ["KVM"] = label } };
}
