namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class KvmVlansMustNotExistOnTheHostAlreadyTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3104"));

    [Fact]
    public void Rejects_StorageRangeRepeatsTheVlanOfItsBridge()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.StorageRanges[0].Vlan = "200";
        var finding = Assert.Single(lab.FindingsOf("CNP3104"));
        Assert.Contains("bond0.200 is a port of cloudbr2. CloudStack would take the device into brbond0-200", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3104"));
    }

    [Fact]
    public void Rejects_GuestSetHoldsAVlanOfTheHost()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Labels["KVM"] = lab.Traffic("Public").Labels["KVM"] = "bond0";
        lab.Network("guest-a").GuestVlans = "100-150";
        var finding = Assert.Single(lab.FindingsOf("CNP3104"));
        Assert.Contains("VLAN 100 of Guest on guest-a is in use by kvm1 and kvm2 themselves", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3104"));
    }
}
