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
        Assert.Equal("c", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void Rejects_GuestVlan4095()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").GuestVlans = "4095-4095";
        var finding = Assert.Single(lab.FindingsOf("CNP5001"));
        Assert.Contains("leaves 1–4094", finding.Message);
        Assert.Equal("c", finding.Case);
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

    [Theory]
    [InlineData("0-10", "c")]
    [InlineData("4000-4095", "c")]
    [InlineData("4000-4096", "a")]
    [InlineData("599-500", "a")]
    [InlineData("10-20-30", "a")]
    [InlineData("abc", "a")]
    [InlineData("５００-５０９", "a")]
    public void Tells_WhatTheServerTakesFromWhatItRefuses(string vlans, string letter)
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").GuestVlans = vlans;
        Assert.Equal(letter, Assert.Single(lab.FindingsOf("CNP5001")).Case);
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("16777214", 0)]
    [InlineData("16777215", 1)]
    [InlineData("vxlan://", 1)]
    [InlineData("vxlan://10001", 0)]
    public void Judges_PublicIdentifiersOverVxlan(string vni, int found)
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").IsolationMethods = ["VXLAN"];
        lab.Design.PublicRanges[0].Vlan = vni;
        Assert.Equal(found, lab.FindingsOf("CNP5001").Count(f => f.Case == "c"));
    }

    [Fact]
    public void Rejects_LeadingZeros_WhichCloudStackTakesForAnotherVlan()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.PublicRanges[0].Vlan = "0300";
        var finding = Assert.Single(lab.FindingsOf("CNP5001"));
        Assert.Equal("c", finding.Case);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP5001"));
    }
}
