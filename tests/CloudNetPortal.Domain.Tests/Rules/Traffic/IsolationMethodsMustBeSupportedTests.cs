namespace CloudNetPortal.Domain.Tests.Rules.Traffic;

public sealed class IsolationMethodsMustBeSupportedTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP2006"));

    [Fact]
    public void Rejects_OtherCase()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.PhysicalNetworks[0].IsolationMethods = ["vlan"];
        var finding = Assert.Single(lab.FindingsOf("CNP2006"));
        Assert.Contains("spelled VLAN", finding.Message, StringComparison.Ordinal);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP2006"));
    }

    [Theory]
    [InlineData("QinQ", "none that CloudStack knows")]
    [InlineData("TF", "isolated by Tungsten Fabric")]
    public void Rejects_UnknownMethodAndController(string method, string why)
    {
        var lab = ALab.WithHosts(2);
        lab.Design.PhysicalNetworks[0].IsolationMethods = [method];
        Assert.Contains(why, Assert.Single(lab.FindingsOf("CNP2006")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_TwoMethods()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.PhysicalNetworks[0].IsolationMethods = ["VLAN", "VXLAN"];
        Assert.Contains("takes one", Assert.Single(lab.FindingsOf("CNP2006")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_BasicZone()
    {
        var lab = ALab.Basic(2);
        lab.Design.PhysicalNetworks[0].IsolationMethods = ["l3"];
        Assert.Empty(lab.FindingsOf("CNP2006"));
    }
}
