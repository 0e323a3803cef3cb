namespace CloudNetPortal.Domain.Tests.Rules.Traffic;

public sealed class TrafficTypesShouldHaveTheirOwnNicsTests
{
    [Fact]
    public void Accepts_NicsOfTheirOwn() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP2010"));

    [Fact]
    public void Rejects_GuestBesideManagement()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm2", "bond1").BridgeId = null;
        lab.Port("kvm2", "bond0").BridgeId = lab.Port("kvm2", "cloudbr1").Id;
        var finding = Assert.Single(lab.FindingsOf("CNP2010"));
        Assert.Equal(("a", "Guest (cloudbr1) and Management (cloudbr0) share NICs on kvm2."), (finding.Case, finding.Message));
    }

    [Fact]
    public void Rejects_StorageBesideManagementOnManyHosts()
    {
        var finding = Assert.Single(ALab.WithHosts(5).FindingsOf("CNP2010"));
        Assert.Equal("b", finding.Case);
        Assert.Contains("on 5 hosts", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_ManyHostsWithoutStorageRange()
    {
        var lab = ALab.WithHosts(5);
        lab.Pod.StorageRanges.Clear();
        Assert.Contains("because no pod has a storage range", Assert.Single(lab.FindingsOf("CNP2010")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_EverythingTogetherInALabPack()
    {
        var lab = ALab.WithHosts(5);
        lab.Pack = Domain.Rules.PolicyPack.Lab;
        Assert.Empty(lab.FindingsOf("CNP2010"));
    }

    [Fact]
    public void Rejects_TheSecondGuestNetworkBesideManagement()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.PhysicalNetworks.Add(new Domain.Zones.PhysicalNetwork { Id = "n3", Name = "guest-b", Tags = ["b"], TrafficTypes = { new Domain.Zones.TrafficType { Id = "g3", Type = "Guest", Labels = { ["KVM"] = "cloudbr2" } } } });
        Assert.Equal("physicalNetworks/n3/trafficTypes/g3/labels/KVM", Assert.Single(lab.FindingsOf("CNP2010")).Path);
    }

    [Theory, InlineData(4, 0), InlineData(5, 1)]
    public void Rejects_StorageBesideManagement_FromFiveHostsOn(int hosts, int findings) => Assert.Equal(findings, ALab.WithHosts(hosts).FindingsOf("CNP2010").Count);
}
