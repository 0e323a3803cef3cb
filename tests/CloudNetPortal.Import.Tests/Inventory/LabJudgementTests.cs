using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Tests.Inventory;

/// <summary>A sound design over the lab of real outputs: no error; one thing broken: exactly one.</summary>
public sealed class LabJudgementTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static RuleInput Lab()
    {
        var difference = InventoryMerge.Compare(InventoryImport.Read(Shared.Files("data/labs/generated-lacp-clean")).Draft, CatalogueSnapshot.Empty);
        return new RuleInput(Design(), InventoryMerge.With(CatalogueSnapshot.Empty, InventoryMerge.Apply(difference, CatalogueSnapshot.Empty, Now)), PolicyPack.Production, Now);
    }

    private static string Text(IEnumerable<Finding> findings) => string.Join('\n', findings.Select(f => $"{f.RuleId}{f.Case} {f.Message}"));

    [Fact]
    public void Judge_LabAsItIs_HasNoErrorAndOnlyTrueWarnings()
    {
        var findings = RuleBook.Judge(Lab()).Findings.Where(f => f.Severity >= Severity.Warning);
        Assert.Equal(
            """
            CNP6302 All legs of bond0 of kvm1, kvm2 and kvm3 end on tor1: when it reloads, Management and Storage stop on all of them.
            CNP6302 All legs of bond1 of kvm1, kvm2 and kvm3 end on tor2: when it reloads, Guest and Public stop on all of them.
            """.ReplaceLineEndings("\n"), Text(findings.Where(f => f.Status == FindingStatus.Open)));
        // Nobody brought a read of the cloud, documented the VLANs of subnets, the storage server, or what the hosts run.
        Assert.Equal(["CNP1015a", "CNP4015", "CNP5103", "CNP6203", "CNP7002", "CNP8011a"], findings.Where(f => f.Status == FindingStatus.NotVerified).Select(f => f.RuleId + f.Case));
    }

    [Theory, InlineData("cloudbr1", "CNP3002"), InlineData("cloudbr2", "CNP3003"), InlineData("cloudbr0", "CNP3002")]
    public void Judge_BridgeGoneOnOneHost_IsExactlyOneError(string bridge, string rule)
    {
        var lab = Lab();
        var host = lab.Catalogue.Devices.Single(d => d.Name == "kvm2");
        var gone = host.Interfaces.Single(i => i.Name == bridge);
        host.Interfaces.Remove(gone);
        foreach (var port in host.Interfaces.Where(i => i.BridgeId == gone.Id))
            port.BridgeId = null;
        var error = Assert.Single(RuleBook.Judge(lab).Errors);
        Assert.Equal(rule, error.RuleId);
        Assert.Contains("missing on kvm2", error.Message);
        Assert.Equal(bridge, Assert.IsType<CatalogueEdit.AddBridge>(Assert.Single(error.Fixes[0].CatalogueEdits!)).Bridge);
    }

    [Theory, InlineData("505", "CNP5101"), InlineData("300", "CNP5102")]
    public void Judge_VlanGoneOnOneSwitchPort_IsExactlyOneError(string vlan, string rule)
    {
        var lab = Lab();
        var port = lab.Catalogue.Devices.Single(d => d.Name == "tor2").Interfaces.Single(i => i is { Name: "kvm2", Kind: InterfaceKind.Bond });
        port.TaggedVlans = port.TaggedVlans!.Except(VlanSet.Parse(vlan));
        var error = Assert.Single(RuleBook.Judge(lab).Errors);
        Assert.Equal((rule, "devices/tor2/ports/kvm2/taggedVlans"), (error.RuleId, error.Path));
        Assert.Equal(VlanSet.Parse(vlan), Assert.IsType<CatalogueEdit.AllowVlans>(Assert.Single(error.Fixes[0].CatalogueEdits!)).Vlans);
    }

    private static TrafficType Traffic(string type, string label) => new() { Type = type, Labels = { ["KVM"] = label } };

    // The plan of the lab as a design.
    private static ZoneDesign Design() => new()
    {
        Name = "lab1", Dns1 = "10.20.0.53", InternalDns1 = "10.20.0.53", GuestCidr = "10.1.1.0/24",
        PhysicalNetworks =
        {
            new PhysicalNetwork { Name = "mgmt-net", IsolationMethods = { "VLAN" }, TrafficTypes = { Traffic("Management", "cloudbr0"), Traffic("Storage", "cloudbr2") } },
            new PhysicalNetwork { Name = "guest-net", IsolationMethods = { "VLAN" }, GuestVlans = "500-519", TrafficTypes = { Traffic("Guest", "cloudbr1"), Traffic("Public", "cloudbr1") }, Providers = { new NetworkProvider { Name = "VirtualRouter" }, new NetworkProvider { Name = "VpcVirtualRouter" } } },
        },
        PublicRanges = { new PublicRange { Gateway = "10.20.44.1", Netmask = "255.255.255.0", StartIp = "10.20.44.100", EndIp = "10.20.44.199", Vlan = "300" } },
        Pods =
        {
            new Pod
            {
                Name = "pod1", Gateway = "10.20.100.1", Netmask = "255.255.255.0",
                ManagementRanges = { new ManagementRange { StartIp = "10.20.100.100", EndIp = "10.20.100.149" } },
                StorageRanges = { new StorageRange { Gateway = "10.20.200.1", Netmask = "255.255.255.0", StartIp = "10.20.200.100", EndIp = "10.20.200.149" } },
                Clusters =
                {
                    new Cluster
                    {
                        Name = "c1", Hosts = [.. Enumerable.Range(1, 3).Select(n => new Host { Device = $"kvm{n}", UserName = "root" })],
                        PrimaryStorages = { new PrimaryStorage { Name = "nfs-1", Url = "nfs://10.20.200.5/primary" } },
                    },
                },
            },
        },
        SecondaryStorages = { new SecondaryStorage { Name = "sec-1", Url = "nfs://10.20.200.5/secondary", Provider = "NFS" } },
    };
}
