namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class UntaggedTrafficShouldNotShareAnUplinkTests
{
    [Fact]
    public void Accepts_PublicWithAVlan() => Assert.Empty(ALab.WithHosts(2).FindingsWith("CNP5006"));

    [Fact]
    public void Accepts_UntaggedPublicOnNicsOfItsOwn()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.PublicRanges[0].Vlan = null;
        Assert.Empty(lab.FindingsWith("CNP5006"));
    }

    [Fact]
    public void Accepts_StorageWithoutRanges_WhichRunsInManagement()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.StorageRanges.Clear();
        lab.Traffic("Storage").Labels["KVM"] = "cloudbr0";
        Assert.Empty(lab.FindingsWith("CNP5006"));
    }

    [Fact]
    public void Accepts_OneSubnetForBoth()
    {
        var lab = ALab.WithHosts(2);
        (lab.Design.PublicRanges[0].Vlan, lab.Design.PublicRanges[0].Gateway, lab.Traffic("Public").Labels["KVM"]) = (null, "10.20.100.1", "cloudbr0");
        Assert.Empty(lab.FindingsWith("CNP5006"));
    }

    [Fact]
    public void Accepts_GuestBesideManagementInABasicZone_WhichHasARuleOfItsOwn()
    {
        var lab = ALab.Basic(2);
        lab.Traffic("Guest").Labels["KVM"] = "cloudbr0";
        Assert.Empty(lab.FindingsWith("CNP5006"));
    }

    [Fact]
    public void Rejects_UntaggedPublicAndManagementOnOneBridge()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.PublicRanges[0].Vlan = "untagged";
        lab.Traffic("Public").Labels["KVM"] = "cloudbr0";
        var finding = Assert.Single(lab.FindingsWith("CNP5006"));
        Assert.Equal("Public and Management both run untagged over bond0 of kvm1 and kvm2: 10.20.100.0/24 and 192.0.2.0/24 are one broadcast domain.", finding.Message);
        Assert.Equal("publicRanges/r1/vlan", finding.Path);
    }
}
