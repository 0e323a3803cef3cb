namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class KvmDerivedNamesMustFitFifteenCharactersTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3102"));

    [Fact]
    public void Rejects_LongUplinkAndFourDigits()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm1", "bond1").Name = "ens1f0np0";
        lab.Network("guest-a").GuestVlans = "1900-1999";
        var finding = Assert.Single(lab.FindingsOf("CNP3102"));
        Assert.Contains("VLAN 1999 on kvm1 gives the bridge name brens1f0np0-1999: 16 characters", finding.Message);
    }

    [Fact]
    public void Accepts_LongUplinkAndThreeDigits()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm1", "bond1").Name = "ens1f0np0";
        Assert.Empty(lab.FindingsOf("CNP3102"));
    }

    [Fact]
    public void Accepts_BondAndFourDigits()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").GuestVlans = "1900-1999";
        Assert.Empty(lab.FindingsOf("CNP3102"));
    }

    [Theory, InlineData("ens1f0n", "1000", 0), InlineData("ens1f0np", "1000", 0), InlineData("ens1f0np0", "999", 0), InlineData("ens1f0np0", "1000", 1), InlineData("ens1f0np00", "99", 0), InlineData("ens1f0np00", "100", 1)]
    public void Rejects_FromSixteenCharactersOn(string uplink, string vlans, int findings)
    {
        var lab = ALab.WithHosts(1);
        lab.Port("kvm1", "bond1").Name = uplink;
        (lab.Network("guest-a").GuestVlans, lab.Design.PublicRanges[0].Vlan) = (vlans, null);
        Assert.Equal(findings, lab.FindingsOf("CNP3102").Count);
    }

    [Fact]
    public void Accepts_VxlanIdentifiersOfAnyLength()
    {
        var lab = ALab.WithHosts(1);
        lab.Port("kvm1", "bond1").Name = "ens1f0np0";
        (lab.Network("guest-a").IsolationMethods, lab.Network("guest-a").GuestVlans) = (["VXLAN"], "100000-200000");
        Assert.Empty(lab.FindingsOf("CNP3102"));
    }
}
