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
        Assert.Contains("contains the gateway 10.20.100.1", finding.Message);
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
}
