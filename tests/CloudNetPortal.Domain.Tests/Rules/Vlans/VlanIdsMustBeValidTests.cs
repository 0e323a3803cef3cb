using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class VlanIdsMustBeValidTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP5001"));

    [Fact]
    public void Rejects_RangeAsPublicVlan()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.PublicRanges[0].Vlan = "100-101";
        var finding = Assert.Single(lab.FindingsOf("CNP5001"));
        Assert.Contains("“100-101” in the public range", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void Rejects_GuestVlan4095()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").GuestVlans = "4095-4095";
        var finding = Assert.Single(lab.FindingsOf("CNP5001"));
        Assert.Contains("leaves 1–4094", finding.Message);
        Assert.Equal("a", finding.Case);
    }

    [Fact]
    public void Rejects_Vlan1()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").GuestVlans = "1-20";
        var finding = Assert.Single(lab.FindingsOf("CNP5001"));
        Assert.Contains("contain VLAN 1", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Advice, finding.Severity);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP5001"));
    }

    [Fact]
    public void Accepts_VxlanIdentifiers()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").IsolationMethods = ["VXLAN"];
        lab.Network("guest-a").GuestVlans = "5000-90000";
        Assert.Empty(lab.FindingsOf("CNP5001"));
    }

    [Theory, InlineData("VXLAN", 0), InlineData("VLAN", 1)]
    public void Accepts_VniOfASharedNetwork_OverVxlanOnly(string isolation, int findings)
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").IsolationMethods = [isolation];
        lab.Network("guest-a").GuestVlans = null;
        lab.Design.GuestNetworks.Add(new() { Id = "gn", Name = "shared", Offering = "o", StartIp = "10.30.0.10", EndIp = "10.30.0.20", Gateway = "10.30.0.1", Netmask = "255.255.255.0", Vlan = "10000" });
        Assert.Equal(findings, lab.FindingsOf("CNP5001").Count);
    }

    [Fact]
    public void Accepts_UntaggedAsListed()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.PublicRanges[0].Vlan = "vlan://untagged";
        Assert.Empty(lab.FindingsOf("CNP5001"));
    }
}
