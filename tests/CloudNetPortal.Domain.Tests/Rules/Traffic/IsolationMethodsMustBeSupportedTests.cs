using CloudNetPortal.Domain.Zones;
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

    [Fact]
    public void Rejects_GreOnLinuxBridges_AndDoesNotVerifyHostsNobodyDescribed()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").IsolationMethods = ["GRE"];
        lab.Cluster.Hosts.Add(new Host { Id = "h9", Url = "http://10.20.100.99" });
        var findings = lab.FindingsOf("CNP2006");
        Assert.Contains("kvm1 and kvm2 have Linux bridges", Assert.Single(findings, f => f.Status == Domain.Rules.FindingStatus.Open).Message, StringComparison.Ordinal);
        Assert.Contains("10.20.100.99", Assert.Single(findings, f => f.Status == Domain.Rules.FindingStatus.NotVerified).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("VLAN", ""), InlineData("VXLAN", ""), InlineData("Vxlan", "a"), InlineData(" VLAN", "a"), InlineData("", "a"), InlineData("netris", "a"), InlineData("Netris", "c"), InlineData("L3", "")]
    public void Rejects_EverySpellingButTheOne(string method, string letter)
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").IsolationMethods = [method];
        Assert.Equal(letter, string.Concat(lab.FindingsOf("CNP2006").Select(f => f.Case)));
    }

    [Theory, InlineData("XenServer", "e"), InlineData("Simulator", ""), InlineData("KVM", "")]
    public void Rejects_VxlanOnOtherHypervisors(string hypervisor, string letter)
    {
        var lab = ALab.WithHosts(0);
        (lab.Cluster.Hypervisor, lab.Network("guest-a").IsolationMethods) = (hypervisor, ["VXLAN"]);
        Assert.Equal(letter, string.Concat(lab.FindingsOf("CNP2006").Select(f => f.Case)));
    }
}
