using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class LacpMustMatchOnBothEndsTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP6101"));

    [Fact]
    public void Rejects_PortInNoLag()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("tor2", "swp1").BondId = null;
        (lab.Port("tor2", "swp1").Mode, lab.Port("tor2", "swp1").TaggedVlans) = (SwitchPortMode.TrunkAll, null);
        var finding = Assert.Single(lab.FindingsOf("CNP6101"));
        Assert.Contains("kvm1 bond1 speaks 802.3ad (LACP), but tor2 swp1 is in no LAG (kvm1 eno3 → tor2 swp1).", finding.Message);
    }

    [Fact]
    public void Rejects_ActiveBackupAgainstALag()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm1", "bond1").BondMode = BondMode.ActiveBackup;
        Assert.Equal(2, lab.FindingsOf("CNP6101").Count);
    }

    [Fact]
    public void Accepts_SwitchWithoutSetUp_AsNotVerified()
    {
        var lab = ALab.WithHosts(2);
        foreach (var i in lab.Device("tor1").Interfaces) (i.BondId, i.Mode) = (null, null);
        lab.Device("tor1").Interfaces.RemoveAll(i => i.Kind == InterfaceKind.Bond);
        foreach (var i in lab.Device("tor1").Interfaces) i.TaggedVlans = VlanSet.Parse("100,200");
        var finding = Assert.Single(lab.FindingsOf("CNP6101"));
        Assert.Equal((FindingStatus.NotVerified, Severity.Warning), (finding.Status, finding.Severity));
        Assert.Contains("is not documented", finding.Message);
    }

    [Theory, InlineData("kvm1", "eno3", MemberState.NoPartner, "nobody answered eno3 when kvm1 was read"), InlineData("tor2", "swp1", MemberState.NoPartner, "nobody answered tor2 swp1"), InlineData("tor2", "swp1", MemberState.Suspended, "tor2 kept swp1 out of kvm1")]
    public void Rejects_MemberThatNobodyAnswered(string device, string port, MemberState state, string message)
    {
        var lab = ALab.WithHosts(2);
        lab.Port(device, port).MemberState = state;
        Assert.Contains(message, Assert.Single(lab.FindingsOf("CNP6101")).Message);
    }

    [Fact]
    public void Accepts_MemberWithoutLink_AsTheBusinessOfItsPort()
    {
        var lab = ALab.WithHosts(2);
        (lab.Port("kvm1", "eno3").MemberState, lab.Port("kvm1", "eno3").HasLink) = (MemberState.NoPartner, false);
        Assert.Empty(lab.FindingsOf("CNP6101"));
    }

    [Theory, InlineData(MemberState.Active), InlineData(MemberState.Standby)]
    public void Accepts_MemberThatDoesItsPart(MemberState state)
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm1", "eno3").MemberState = state;
        Assert.Empty(lab.FindingsOf("CNP6101"));
    }

    [Fact]
    public void Unverified_ALagOfWhichNobodySaidWhetherItSpeaksLacp()
    {
        var lab = ALab.WithHosts(1);
        lab.Port("tor1", "kvm1").BondMode = null;
        Assert.Equal(Domain.Rules.FindingStatus.NotVerified, Assert.Single(lab.FindingsOf("CNP6101")).Status);
    }
}
