using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class PublicAndManagementShouldNotShareASubnetTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP4010"));

    [Fact]
    public void Rejects_OneSubnet()
    {
        var lab = ALab.WithHosts(2);
        (lab.Design.PublicRanges[0].Gateway, lab.Design.PublicRanges[0].StartIp, lab.Design.PublicRanges[0].EndIp) = ("10.20.100.1", "10.20.100.200", "10.20.100.220");
        var finding = Assert.Single(lab.FindingsOf("CNP4010"));
        Assert.Contains("the management subnet of pod pod1", finding.Message);
        Assert.Equal(Severity.Warning, finding.Severity);
    }
}
