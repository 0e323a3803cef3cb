using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Tests.Plans;

public sealed class PlannerTests
{
    [Fact]
    public void Plan_AdvancedZone_IsTheGoldenOne() => IsGolden("advanced", Advanced());

    [Fact]
    public void Plan_BasicZone_IsTheGoldenOne()
    {
        var design = Advanced();
        design.Kind = "Basic";
        design.PublicRanges.Clear();
        design.GuestNetworks = [new GuestNetwork { Id = "gn", Name = "defaultGuestNetwork", Offering = "DefaultSharedNetworkOfferingWithSGService" }];
        design.Pods[0].GuestRanges = [new GuestRange { Id = "gr", Gateway = "172.17.16.1", Netmask = "255.255.255.0", StartIp = "172.17.16.2", EndIp = "172.17.16.100" }];
        design.PhysicalNetworks[0].Providers = [new NetworkProvider { Id = "vr", Name = "VirtualRouter" }, new NetworkProvider { Id = "sg", Name = "SecurityGroupProvider" }];
        IsGolden("basic", design);
    }

    [Fact]
    public void Hash_SamePlanReadBack_IsEqual()
    {
        var plan = Planner.Plan(Advanced(), "abc", CatalogueSnapshot.Empty);
        Assert.Equal(plan.Hash(), Plan.Read(plan.ToBytes()).Hash());
    }

    [Fact]
    public void Hash_OneLabelChanged_Differs()
    {
        var design = Advanced();
        var before = Planner.Plan(design, "abc", CatalogueSnapshot.Empty).Hash();
        design.PhysicalNetworks[0].TrafficTypes[0].Labels["KVM"] = "cloudbr9";
        Assert.NotEqual(before, Planner.Plan(design, "abc", CatalogueSnapshot.Empty).Hash());
    }

    [Fact]
    public void Plan_SecretOfAHost_IsNeverInTheBytes() =>
        Assert.Contains("\"secret\":\"pw1\"", System.Text.Encoding.UTF8.GetString(Planner.Plan(Advanced(), "abc", CatalogueSnapshot.Empty).ToBytes()));

    [Fact]
    public void Plan_EnablingTheZone_WaitsForEveryOtherStep()
    {
        var steps = Planner.Plan(Advanced(), "abc", CatalogueSnapshot.Empty).Steps;
        Assert.Equal("zone/enable", steps[^1].Key);
        Assert.Equal(steps.SkipLast(1).Select(s => s.Key), steps[^1].After);
    }

    private static void IsGolden(string situation, ZoneDesign design)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Plans", "Golden", situation + ".txt");
        var text = PlanText.Of(Planner.Plan(design, CanonicalJson.Hash(CanonicalJson.Bytes(design)), CatalogueSnapshot.Empty));
        if (Environment.GetEnvironmentVariable("CLOUDNET_WRITE_GOLDEN") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, situation + ".txt"), text);
        Assert.Equal(File.ReadAllText(file), text);
    }

    private static ZoneDesign Advanced() => new()
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
}
