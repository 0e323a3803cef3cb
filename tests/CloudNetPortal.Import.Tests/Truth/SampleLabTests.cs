using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>Our own small lab, two hosts with one bond on a switch, with one text changed in one of its files: the rule that should tell does, and no other.</summary>
public sealed class SampleLabTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("sw1/bridge-vlan.json", "\"vlanEnd\": 305", "\"vlanEnd\": 304", "CNP5101")]
    [InlineData("sw1/bridge-vlan.json", "{\"ifname\": \"lag-b\", \"vlans\": [{\"vlan\": 20}, ", "{\"ifname\": \"lag-b\", \"vlans\": [", "CNP0202 CNP5102")]
    [InlineData("sw1/ip-link.json", "\"mtu\": 9216", "\"mtu\": 1400", "CNP6201")]
    [InlineData("sw1/ip-link.json", "\"mode\": \"802.3ad\"", "\"mode\": \"balance-xor\"", "CNP6101")]
    [InlineData("kvm-b/ip-addr.json", "\"mode\": \"802.3ad\"", "\"mode\": \"active-backup\"", "CNP6101 CNP7003")]
    [InlineData("kvm-b/ip-addr.json", "\"cloudbr1\"", "\"cloudbr9\"", "CNP3002")]
    [InlineData("kvm-b/ip-addr.json", "\"id\": 20", "\"id\": 21", "CNP5102")]
    [InlineData("kvm-b/ip-addr.json", "192.0.2.12", "192.0.2.11", "CNP7004")]
    [InlineData("kvm-b/ip-addr.json", "192.0.2.12", "192.0.2.105", "CNP4008")]
    [InlineData("kvm-b/ip-addr.json", "\"permaddr\": \"02:00:5e:00:02:02\"", "\"permaddr\": \"02:00:5e:00:01:02\"", "CNP0101")]
    [InlineData("kvm-b/lldp.json", "\"value\": \"swp4\"", "\"value\": \"swp2\"", "CNP0201")]
    [InlineData("cables.csv", "kvm-b,dcim.interface,ens1f1,sw1,dcim.interface,swp4,connected,C-11,300,cm\n", "", "CNP0201 CNP6001")]
    public void Lab_WithOneTextChanged_IsToldByTheRuleThatShouldAndNoOther(string file, string from, string to, string expected)
    {
        var files = Sample.Files("lab").ToList();
        var clean = Judge(files);
        var at = files.FindIndex(f => f.Path == file);
        if (at >= 0)
        {
            Assert.Contains(from, files[at].Text, StringComparison.Ordinal);
            files[at] = new ImportFile(file, files[at].Text.Replace(from, to, StringComparison.Ordinal));
        }
        // That everything stands on one switch is said of the lab as it is.
        var findings = Judge(files).Where(f => !clean.Exists(c => c.Fingerprint == f.Fingerprint) && f.RuleId is not ("CNP6302" or "CNP6303")).ToList();
        Assert.DoesNotContain(clean, f => f.Severity == Severity.Error);
        var told = string.Join(' ', findings.Select(f => f.RuleId).Distinct().Order(StringComparer.Ordinal));
        Assert.True(told == expected, $"expected {expected}\ntold {told}\n{string.Join('\n', findings.Select(f => $"{f.RuleId}{f.Case} {f.Severity} {f.Path}: {f.Message}"))}");
    }

    private static List<Finding> Judge(List<ImportFile> files)
    {
        var difference = InventoryMerge.Compare(InventoryImport.Read(files).Draft, CatalogueSnapshot.Empty);
        var catalogue = InventoryMerge.With(CatalogueSnapshot.Empty, InventoryMerge.Apply(difference, CatalogueSnapshot.Empty, Now));
        return [.. RuleBook.Judge(new RuleInput(Design(), catalogue, PolicyPack.Production, Now)).Findings.Where(f => f.Status == FindingStatus.Open && f.Severity >= Severity.Warning)];
    }

    private static ZoneDesign Design() => new()
    {
        Name = "lab", Dns1 = "198.51.100.53", InternalDns1 = "192.0.2.53", GuestCidr = "10.1.1.0/24",
        PhysicalNetworks =
        {
            new PhysicalNetwork { Id = "n1", Name = "mgmt", IsolationMethods = { "VLAN" }, TrafficTypes = { Traffic("Management", "cloudbr0"), Traffic("Storage", "cloudbr0") } },
            new PhysicalNetwork
            {
                Id = "n2", Name = "guests", IsolationMethods = { "VLAN" }, GuestVlans = "301-305", TrafficTypes = { Traffic("Guest", "cloudbr1"), Traffic("Public", "cloudbr1") },
                Providers = { new NetworkProvider { Id = "v", Name = "VirtualRouter" }, new NetworkProvider { Id = "w", Name = "VpcVirtualRouter" } },
            },
        },
        PublicRanges = { new PublicRange { Id = "r", Gateway = "203.0.113.1", Netmask = "255.255.255.0", StartIp = "203.0.113.100", EndIp = "203.0.113.150", Vlan = "300" } },
        Pods =
        {
            new Pod
            {
                Id = "p1", Name = "pod1", Gateway = "192.0.2.1", Netmask = "255.255.255.0", ManagementRanges = { new ManagementRange { Id = "m", StartIp = "192.0.2.100", EndIp = "192.0.2.120" } },
                Clusters =
                {
                    new Cluster
                    {
                        Id = "c1", Name = "c1", Hosts = { new Host { Id = "a", Device = "kvm-a", UserName = "root" }, new Host { Id = "b", Device = "kvm-b", UserName = "root" } },
                        PrimaryStorages = { new PrimaryStorage { Id = "ps", Name = "p", Url = "nfs://192.0.2.200/primary" } },
                    },
                },
            },
        },
        SecondaryStorages = { new SecondaryStorage { Id = "ss", Name = "s", Url = "nfs://192.0.2.200/secondary", Provider = "NFS" } },
    };

    private static TrafficType Traffic(string type, string label) => new() { Id = type, Type = type, Labels = { ["KVM"] = label } };
}
