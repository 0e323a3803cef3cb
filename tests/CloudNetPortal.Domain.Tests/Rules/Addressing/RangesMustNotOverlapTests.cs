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
}
