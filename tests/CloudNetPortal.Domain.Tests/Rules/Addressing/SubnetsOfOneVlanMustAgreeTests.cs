using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class SubnetsOfOneVlanMustAgreeTests
{
    [Fact]
    public void Accepts_OneRange() => Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP4006"));

    [Fact]
    public void Accepts_TwoRangesOfOneSubnet() => Assert.Empty(Second("192.0.2.1", "255.255.255.0", "300").FindingsOf("CNP4006"));

    [Fact]
    public void Accepts_OtherSubnetOnOtherVlan() => Assert.Empty(Second("198.51.100.1", "255.255.255.0", "301").FindingsOf("CNP4006"));

    [Theory]
    [InlineData("192.0.2.1", "255.255.255.128", "300")]
    [InlineData("192.0.2.2", "255.255.255.0", "300")]
    [InlineData("192.0.2.2", "255.255.255.0", null)]
    public void Rejects_OtherGatewayOrNetmask(string gateway, string netmask, string? vlan)
    {
        var lab = Second(gateway, netmask, vlan);
        var finding = Assert.Single(lab.FindingsOf("CNP4006"));
        Assert.Equal("a", finding.Case);
        Assert.All(finding.Fixes, fix => Assert.Empty(lab.After(fix).FindingsOf("CNP4006")));
    }

    [Fact]
    public void Rejects_OneSubnetOnTwoVlans()
    {
        var lab = Second("192.0.2.1", "255.255.255.0", "301");
        var finding = Assert.Single(lab.FindingsOf("CNP4006"));
        Assert.Equal("b", finding.Case);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4006"));
    }

    private static ALab Second(string gateway, string netmask, string? vlan)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.PublicRanges.Add(new PublicRange { Id = "r2", Gateway = gateway, Netmask = netmask, StartIp = gateway[..^1] + "60", EndIp = gateway[..^1] + "90", Vlan = vlan });
        return lab;
    }

    [Theory]
    [InlineData("172.16.20.1", "255.255.255.0", 0)]
    [InlineData("172.16.20.129", "255.255.255.128", 1)]
    [InlineData("172.16.20.2", "255.255.255.0", 1)]
    public void Rejects_GuestRangesOfPodsThatDiffer(string gateway, string netmask, int found)
    {
        var lab = ALab.Basic(1);
        lab.Design.Pods.Add(new Pod { Id = "p2", Name = "pod2", Gateway = "10.20.102.1", Netmask = "255.255.255.0", GuestRanges = { new GuestRange { Id = "g2", Gateway = gateway, Netmask = netmask, StartIp = "172.16.20.150", EndIp = "172.16.20.160" } } });
        Assert.Equal(found, lab.FindingsOf("CNP4006").Count);
    }

    [Theory]
    [InlineData("300", 0)]
    [InlineData("vlan://300", 0)]
    [InlineData("301", 1)]
    [InlineData("untagged", 0)]
    public void Rejects_OneSubnetOnTwoVlans_HoweverTheyAreWritten(string vlan, int found)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.PublicRanges.Add(new PublicRange { Id = "r2", Gateway = "192.0.2.1", Netmask = "255.255.255.0", StartIp = "192.0.2.210", EndIp = "192.0.2.220", Vlan = vlan });
        Assert.Equal(found, lab.FindingsOf("CNP4006").Count);
    }
}
