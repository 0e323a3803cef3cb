using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class VlansMustHaveOnePurposeTests
{
    private static ALab WithSharedNetwork(string vlan)
    {
        var lab = ALab.WithHosts(2);
        lab.Design.GuestNetworks.Add(new GuestNetwork { Id = "g1", Name = "shared-1", Offering = "shared", PhysicalNetworkId = "n2", Vlan = vlan });
        lab.Port("tor2", "kvm1").TaggedVlans = lab.Port("tor2", "kvm2").TaggedVlans = VlanSet.Parse("120-121,300,500-519");
        return lab;
    }

    [Fact]
    public void Accepts_EachVlanForOnePurpose() => Assert.Empty(WithSharedNetwork("121").FindingsWith("CNP5005"));

    [Fact]
    public void Accepts_SameNumbersOnSwitchesThatAreNotJoined()
    {
        // Management is VLAN 100 on tor1; the guests' 100 is on tor2 alone.
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").GuestVlans = "100,500-519";
        lab.Port("tor2", "kvm1").TaggedVlans = lab.Port("tor2", "kvm2").TaggedVlans = VlanSet.Parse("100,300,500-519");
        Assert.Empty(lab.FindingsWith("CNP5005"));
    }

    [Fact]
    public void Rejects_NetworkInsideTheGuestSetOfItsPhysicalNetwork_AsTheServerDoes()
    {
        var finding = Assert.Single(WithSharedNetwork("510").FindingsWith("CNP5005"));
        Assert.Equal(("a", Severity.Error, "physicalNetworks/n2/guestVlans"), (finding.Case, finding.Severity, finding.Path));
        Assert.Equal("VLAN 510 has two purposes: the guest VLANs of guest-a and network shared-1.", finding.Message);
        Assert.Equal("500-509,511-519", (string?)finding.Fixes[0].DesignEdits![0].To);
    }

    [Fact]
    public void Rejects_TwoNetworksOnOneVlan()
    {
        var lab = WithSharedNetwork("121");
        lab.Design.GuestNetworks.Add(new GuestNetwork { Id = "g2", Name = "shared-2", Offering = "shared", PhysicalNetworkId = "n2", Vlan = "121" });
        Assert.Equal(("a", "guestNetworks/g2/vlan"), (Assert.Single(lab.FindingsWith("CNP5005")).Case, lab.FindingsWith("CNP5005")[0].Path));
    }

    [Fact]
    public void Rejects_StorageRangeAndSharedNetworkOnOneUplink()
    {
        var lab = WithSharedNetwork("120");
        lab.Pod.StorageRanges[0].Vlan = "120";
        lab.Traffic("Storage").Labels["KVM"] = "cloudbr1";
        var finding = Assert.Single(lab.FindingsWith("CNP5005"));
        Assert.Equal("b", finding.Case);
        Assert.Equal("VLAN 120 has two purposes on one wire: the storage range 10.20.200.100–149 of pod pod1 and network shared-1.", finding.Message);
        Assert.Equal(["Another VLAN for the storage range 10.20.200.100–149 of pod pod1", "Another VLAN for network shared-1", "Take another VLAN for one of them"], finding.Fixes.Select(f => f.Title));
        Assert.All(finding.Fixes.Take(2).SelectMany(f => f.Choices), choice => Assert.Empty(lab.After(choice).FindingsWith("CNP5005")));
        Assert.Contains("VLANs nobody in the zone has: 2–99, 101–119,", finding.Fixes[2].Manual);
    }

    [Fact]
    public void Rejects_PublicAndStorageOnOneVlan()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.StorageRanges[0].Vlan = "300";
        lab.Traffic("Storage").Labels["KVM"] = "cloudbr1";
        Assert.Equal("b", Assert.Single(lab.FindingsWith("CNP5005")).Case);
    }

    [Fact]
    public void Rejects_GuestVlansThatReachTheManagementVlanOverALink()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").GuestVlans = "100,500-519";
        lab.Port("tor2", "kvm1").TaggedVlans = lab.Port("tor2", "kvm2").TaggedVlans = VlanSet.Parse("100,300,500-519");
        lab.Link("tor1", "tor2", "100");
        var finding = Assert.Single(lab.FindingsWith("CNP5005"));
        Assert.Equal("VLAN 100 has two purposes on one wire: the guest VLANs of guest-a and Management (over bond0.100).", finding.Message);
        Assert.Contains("their switch ports lie in one L2 domain", finding.Evidence);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsWith("CNP5005"));
    }

    [Fact]
    public void Rejects_GuestVlansDocumentedForSomebodyElse_AsAdvice()
    {
        var finding = Assert.Single(ALab.WithHosts(2).FindingsWith("CNP5005", ("10.99.0.0/24", 505, "Office"), ("10.20.100.0/24", 506, "own management")));
        Assert.Equal(("c", Severity.Advice), (finding.Case, finding.Severity));
        Assert.Equal("The guest VLANs of guest-a contain VLAN 505, which the catalogue documents for Office (10.99.0.0/24).", finding.Message);
    }
}
