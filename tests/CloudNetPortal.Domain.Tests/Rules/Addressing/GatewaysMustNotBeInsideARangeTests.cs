using CloudNetPortal.Domain.Zones;
namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class GatewaysMustNotBeInsideARangeTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP4002"));

    [Fact]
    public void Rejects_GatewayAtTheStart()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.ManagementRanges[0].StartIp = "10.20.100.1";
        var finding = Assert.Single(lab.FindingsOf("CNP4002"));
        Assert.Contains("contains its gateway 10.20.100.1", finding.Message);
        Assert.Equal("pods/p1/managementRanges/mr/startIp", finding.Path);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4002"));
    }

    [Fact]
    public void Accepts_GatewayBelow()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.ManagementRanges[0].StartIp = "10.20.100.90";
        Assert.Empty(lab.FindingsOf("CNP4002"));
    }

    [Theory]
    [InlineData("10.20.100.90", "10.20.100.1", true)]
    [InlineData("10.20.100.1", "10.20.100.1", false)]
    public void Rejects_ItsOwnGateway_AsTheServerDoes(string start, string gateway, bool sound)
    {
        var lab = ALab.WithHosts(1);
        (lab.Pod.Gateway, lab.Pod.ManagementRanges[0].StartIp) = (gateway, start);
        Assert.Equal(sound ? [] : ["a"], lab.FindingsOf("CNP4002").Select(f => f.Case));
    }

    [Fact]
    public void Rejects_StorageGateway_WhichTheServerTakes()
    {
        var lab = ALab.WithHosts(1);
        lab.Pod.StorageRanges[0].StartIp = "10.20.200.1";
        Assert.Equal("b", Assert.Single(lab.FindingsOf("CNP4002")).Case);
    }

    [Fact]
    public void Rejects_GatewayAnotherObjectOfTheSubnetNames()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.PublicRanges.Add(new PublicRange { Id = "r2", Gateway = "192.0.2.120", Netmask = "255.255.255.0", StartIp = "192.0.2.210", EndIp = "192.0.2.220", Vlan = "300" });
        var finding = Assert.Single(lab.FindingsOf("CNP4002"));
        Assert.Equal("The public range 192.0.2.100–199 contains the gateway 192.0.2.120 of the public range 192.0.2.210–220.", finding.Message);
        Assert.Equal(2, finding.Objects.Count);
    }

    [Fact]
    public void Accepts_GatewayOfASharedNetworkOnAnotherVlan()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.GuestNetworks.Add(Shared("g1", "120", "10.9.0.1", "10.9.0.10", "10.9.0.50"));
        lab.Design.GuestNetworks.Add(Shared("g2", "121", "10.9.0.20", "10.9.0.100", "10.9.0.150"));
        Assert.Empty(lab.FindingsOf("CNP4002"));
        lab.Design.GuestNetworks[1].Vlan = "120";
        Assert.Contains("10.9.0.20 of the shared guest range", Assert.Single(lab.FindingsOf("CNP4002")).Message);
    }

    [Fact]
    public void Accepts_PublicSubnetOfTwoAddresses()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.PublicRanges = [new PublicRange { Id = "r1", Gateway = "192.0.2.0", Netmask = "255.255.255.254", StartIp = "192.0.2.0", EndIp = "192.0.2.1", Vlan = "300" }];
        Assert.Empty(lab.FindingsOf("CNP4002"));
        Assert.Empty(lab.FindingsOf("CNP4001"));
    }

    [Fact]
    public void Rejects_ManagementSubnetOfTwoAddresses()
    {
        var lab = ALab.WithHosts(1);
        (lab.Pod.Gateway, lab.Pod.Netmask) = ("10.20.100.0", "255.255.255.254");
        (lab.Pod.ManagementRanges[0].StartIp, lab.Pod.ManagementRanges[0].EndIp) = ("10.20.100.0", "10.20.100.1");
        Assert.Equal("Cut it to 10.20.100.1", Assert.Single(lab.FindingsOf("CNP4002")).Fixes[0].Title);
    }

    private static GuestNetwork Shared(string id, string vlan, string gateway, string start, string end) =>
        new() { Id = id, Name = id, Offering = "DefaultSharedNetworkOffering", PhysicalNetworkId = "n2", Vlan = vlan, Gateway = gateway, Netmask = "255.255.255.0", StartIp = start, EndIp = end };
}
