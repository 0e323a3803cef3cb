using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class RangesMustNotOverlapTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP4005"));

    [Fact]
    public void Rejects_PublicAndManagement()
    {
        var lab = ALab.WithHosts(2);
        (lab.Design.PublicRanges[0].Gateway, lab.Design.PublicRanges[0].StartIp, lab.Design.PublicRanges[0].EndIp) = ("10.20.100.1", "10.20.100.140", "10.20.100.180");
        var finding = Assert.Single(lab.FindingsOf("CNP4005"));
        Assert.Contains("share 10.20.100.140–149", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4005"));
    }

    [Fact]
    public void Rejects_OneInsideAnother()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.ManagementRanges.Add(new ManagementRange { Id = "m2", StartIp = "10.20.100.110", EndIp = "10.20.100.120" });
        var finding = Assert.Single(lab.FindingsOf("CNP4005"));
        Assert.Contains("share 10.20.100.110–120", finding.Message);
    }

    [Fact]
    public void Accepts_Adjacent()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.ManagementRanges.Add(new ManagementRange { Id = "m2", StartIp = "10.20.100.150", EndIp = "10.20.100.160" });
        Assert.Empty(lab.FindingsOf("CNP4005"));
    }

    [Theory]
    [InlineData("10.20.100.150", "10.20.100.160", 0, "")]
    [InlineData("10.20.100.149", "10.20.100.160", 1, "a")]
    [InlineData("10.20.100.90", "10.20.100.100", 1, "a")]
    [InlineData("10.20.100.90", "10.20.100.99", 0, "")]
    public void Rejects_OneSharedAddress_AcceptsNeighbours(string start, string end, int found, string letter)
    {
        var lab = ALab.WithHosts(1);
        lab.Pod.ManagementRanges.Add(new ManagementRange { Id = "m2", StartIp = start, EndIp = end });
        var findings = lab.FindingsOf("CNP4005");
        Assert.Equal(found, findings.Count);
        Assert.All(findings, f => Assert.Equal(letter, f.Case));
    }

    [Theory]
    [InlineData("p1", "a")]
    [InlineData("p2", "b")]
    public void Rejects_Storage_RefusedInsideThePodOnly(string pod, string letter)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.Pods.Add(new Pod { Id = "p2", Name = "pod2", Gateway = "10.20.102.1", Netmask = "255.255.255.0" });
        lab.Design.Pods.Find(p => p.Id == pod)!.StorageRanges.Add(new StorageRange { Id = "s2", Gateway = "10.20.200.1", Netmask = "255.255.255.0", StartIp = "10.20.200.140", EndIp = "10.20.200.160" });
        Assert.Equal(letter, Assert.Single(lab.FindingsOf("CNP4005")).Case);
    }

    [Fact]
    public void Rejects_StorageInAPublicRange_WhichNothingCompares()
    {
        var lab = ALab.WithHosts(1);
        lab.Pod.StorageRanges[0] = new StorageRange { Id = "sr", Gateway = "192.0.2.1", Netmask = "255.255.255.0", StartIp = "192.0.2.199", EndIp = "192.0.2.210" };
        var finding = Assert.Single(lab.FindingsOf("CNP4005"));
        Assert.Equal("b", finding.Case);
        Assert.Contains("share 192.0.2.199", finding.Message);
    }
}
