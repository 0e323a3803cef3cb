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
}
