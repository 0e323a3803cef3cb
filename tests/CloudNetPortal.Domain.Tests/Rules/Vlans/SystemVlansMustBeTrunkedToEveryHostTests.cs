using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class SystemVlansMustBeTrunkedToEveryHostTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP5102"));

    [Fact]
    public void Rejects_PublicVlanMissing()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("tor2", "kvm2").TaggedVlans = VlanSet.Parse("500-519");
        var finding = Assert.Single(lab.FindingsOf("CNP5102"));
        Assert.Contains("VLAN 300 (Public) does not reach kvm2", finding.Message);
        Assert.Equal("devices/tor2/ports/kvm2/taggedVlans", finding.Path);
    }

    [Fact]
    public void Rejects_VlanOfTheHostsBridgeMissing()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("tor1", "kvm1").TaggedVlans = VlanSet.Parse("200");
        var finding = Assert.Single(lab.FindingsOf("CNP5102"));
        Assert.Contains("VLAN 100 (Management over bond0.100) does not reach kvm1", finding.Message);
    }

    [Fact]
    public void Accepts_GuestVlanMissingBecauseItsOwnRuleSpeaks()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("tor2", "kvm2").TaggedVlans = VlanSet.Parse("300,500-518");
        Assert.Empty(lab.FindingsOf("CNP5102"));
    }

    [Theory]
    [InlineData("300,500-519,700", "devices/tor2/ports/swp1/taggedVlans", "VLAN 700 passes the own switch of kvm1 and not the switch port")]
    [InlineData("300,500-519", null, "")]
    public void Advises_AVlanOnOneSideOnly(string onHost, string? path, string words)
    {
        var lab = ALab.WithHosts(1);
        (lab.Port("kvm1", "bond1").Mode, lab.Port("kvm1", "bond1").TaggedVlans) = (SwitchPortMode.Trunk, VlanSet.Parse(onHost));
        var findings = lab.FindingsOf("CNP5102");
        Assert.Equal(path, findings.SingleOrDefault()?.Path);
        Assert.All(findings, f => Assert.Equal(("b", Severity.Advice), (f.Case, f.Severity)));
        Assert.All(findings, f => Assert.Contains(words, f.Message));
    }
}
