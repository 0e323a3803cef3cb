using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class BondLegsMustLandInOneLagTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP6102"));

    [Fact]
    public void Rejects_LegsInTwoLags()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("tor2", "swp1").BondId = lab.Port("tor2", "kvm2").Id;
        Assert.Equal(2, lab.FindingsOf("CNP6102").Count);
    }

    [Fact]
    public void Rejects_MlagOfTwoSwitchesThatAreNotJoined()
    {
        var lab = Mlag();
        lab.Switch("spine");
        lab.Link("tor1", "spine", "100");
        lab.Link("tor2", "spine", "100", "up2");
        var finding = Assert.Single(lab.FindingsOf("CNP6102"));
        Assert.Equal(("MLAG group 7 spans tor1 and tor2, which have no documented link to each other.", Severity.Error), (finding.Message, finding.Severity));
        lab.Link("tor1", "tor2", "100", "peer");
        Assert.Empty(lab.FindingsOf("CNP6102"));
    }

    [Fact]
    public void Rejects_MoreLegsOnOneSwitchOfTheGroup_AsAdvice()
    {
        var lab = Mlag();
        lab.Wire(ALab.Add(lab.Device("kvm1"), new Interface { Name = "eno5", BondId = lab.Port("kvm1", "bond1").Id }), ALab.Add(lab.Device("tor2"), new Interface { Name = "swp31", BondId = lab.Port("tor2", "kvm1").Id }));
        Assert.Equal("c", Assert.Single(lab.FindingsOf("CNP6102")).Case);
    }

    [Fact]
    public void Accepts_MlagOfTwoSwitches() => Assert.Empty(Mlag().FindingsOf("CNP6102"));

    private static ALab Mlag()
    {
        var lab = ALab.WithHosts(2);
        var peer = ALab.Add(lab.Device("tor1"), new Interface { Name = "mlag7", Kind = InterfaceKind.Bond, BondMode = BondMode.Lacp, MlagGroup = "7" });
        lab.Port("tor2", "kvm1").MlagGroup = "7";
        lab.Cables.RemoveAt(2);
        lab.Port("tor2", "swp1").BondId = null;
        lab.Wire(lab.Port("kvm1", "eno3"), ALab.Add(lab.Device("tor1"), new Interface { Name = "swp30", BondId = peer.Id }));
        return lab;
    }

    [Theory]
    [InlineData(false, "d")]
    [InlineData(true, "")]
    public void Rejects_MemberThatIsNoLegOfTheBond(bool cabledElsewhere, string letter)
    {
        var lab = ALab.WithHosts(2);
        var member = ALab.Add(lab.Device("tor2"), new Interface { Name = "swp40", BondId = lab.Port("tor2", "kvm1").Id });
        if (cabledElsewhere)
            lab.Wire(member, ALab.Add(lab.Device("cs1"), new Interface { Name = "eth9" }));
        var finding = Assert.Single(lab.FindingsOf("CNP6102"));
        Assert.Equal((letter, Severity.Error, "devices/tor2/ports/swp40/bond"), (finding.Case, finding.Severity, finding.Path));
        lab.Pack = PolicyPack.Lab;
        Assert.Equal(Severity.Warning, Assert.Single(lab.FindingsOf("CNP6102")).Severity);
    }

    [Fact]
    public void Rejects_LegThatAnotherLagAnswered()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm1", "eno4").MemberState = MemberState.OtherAggregator;
        Assert.Contains("kvm1 eno4 was answered by another LAG than the rest of bond1", Assert.Single(lab.FindingsOf("CNP6102")).Message);
    }
}
