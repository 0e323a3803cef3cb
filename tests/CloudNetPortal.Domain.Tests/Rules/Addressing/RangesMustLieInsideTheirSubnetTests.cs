using CloudNetPortal.Domain.Zones;
namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class RangesMustLieInsideTheirSubnetTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP4001"));

    [Fact]
    public void Rejects_EndsExchanged()
    {
        var lab = ALab.WithHosts(2);
        (lab.Pod.StorageRanges[0].StartIp, lab.Pod.StorageRanges[0].EndIp) = ("10.20.200.149", "10.20.200.100");
        var finding = Assert.Single(lab.FindingsOf("CNP4001"));
        Assert.Contains("ends before it starts", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4001"));
    }

    [Fact]
    public void Rejects_OutsideTheSubnet()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.ManagementRanges[0].EndIp = "10.20.101.20";
        var finding = Assert.Single(lab.FindingsOf("CNP4001"));
        Assert.Contains("leaves the usable addresses 10.20.100.1–254 of its subnet 10.20.100.0/24", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4001"));
    }

    [Fact]
    public void Rejects_NoAddress()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.PublicRanges[0].StartIp = "192.0.2.300";
        var finding = Assert.Single(lab.FindingsOf("CNP4001"));
        Assert.Contains("“192.0.2.300” in the public range", finding.Message);
        Assert.Equal("publicRanges/r1/startIp", finding.Path);
    }

    [Fact]
    public void Rejects_Netmask()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.Netmask = "255.0.255.0";
        var finding = Assert.Single(lab.FindingsOf("CNP4001"));
        Assert.Contains("is no contiguous mask", finding.Message);
        Assert.Equal("pods/p1/netmask", finding.Path);
    }

    [Fact]
    public void Accepts_OneAddress()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.ManagementRanges[0].EndIp = null;
        Assert.Empty(lab.FindingsOf("CNP4001"));
    }

    [Theory]
    [InlineData("10.20.100.1", "10.20.100.254", true)]
    [InlineData("10.20.100.0", "10.20.100.20", false)]
    [InlineData("10.20.100.200", "10.20.100.255", false)]
    public void Rejects_NetworkAndBroadcastAddress(string start, string end, bool sound)
    {
        var lab = ALab.WithHosts(1);
        (lab.Pod.ManagementRanges[0].StartIp, lab.Pod.ManagementRanges[0].EndIp) = (start, end);
        Assert.Equal(sound ? [] : ["b"], lab.FindingsOf("CNP4001").Select(f => f.Case));
    }

    [Theory]
    [InlineData("10.20.100.0", "network")]
    [InlineData("10.20.100.255", "broadcast")]
    public void Rejects_GatewayThatNoRouterHas(string gateway, string word)
    {
        var lab = ALab.WithHosts(1);
        lab.Pod.Gateway = gateway;
        var finding = Assert.Single(lab.FindingsOf("CNP4001"));
        Assert.Equal(("pods/p1/gateway", "b"), (finding.Path, finding.Case));
        Assert.Contains($"is the {word} address of its subnet 10.20.100.0/24", finding.Message);
    }

    [Fact]
    public void Rejects_WrongGatewayOfAPod_Once()
    {
        var lab = ALab.WithHosts(1);
        lab.Pod.ManagementRanges.Add(new ManagementRange { Id = "m2", StartIp = "10.20.100.160", EndIp = "10.20.100.169" });
        lab.Pod.Gateway = " 10.20.100.1";
        var finding = Assert.Single(lab.FindingsOf("CNP4001"));
        Assert.Contains("pod pod1", finding.Message);
        Assert.Contains("blank at an end", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4001"));
    }

    [Theory]
    [InlineData("010.20.100.100", "a")]
    [InlineData("127.0.0.5", "b")]
    [InlineData("224.0.0.5", "b")]
    [InlineData("0.0.0.0", "b")]
    [InlineData("255.255.255.255", "b")]
    public void Rejects_AddressesNobodyHas(string start, string letter)
    {
        var lab = ALab.WithHosts(1);
        lab.Pod.ManagementRanges[0].StartIp = start;
        Assert.Equal((letter, "pods/p1/managementRanges/mr/startIp"), Assert.Single(lab.FindingsOf("CNP4001").Select(f => (f.Case, f.Path))));
    }

    [Fact]
    public void Rejects_StorageRange_OfWhichTheServerChecksTheNetmaskOnly()
    {
        var lab = ALab.WithHosts(1);
        (lab.Pod.StorageRanges[0].StartIp, lab.Pod.StorageRanges[0].EndIp) = ("10.20.201.10", "10.20.201.20");
        Assert.Equal("b", Assert.Single(lab.FindingsOf("CNP4001")).Case);
        lab.Pod.StorageRanges[0].Netmask = "255.255.0.255";
        Assert.Equal("a", Assert.Single(lab.FindingsOf("CNP4001")).Case);
    }
}
