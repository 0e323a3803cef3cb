namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class HypervisorsMustSuitTheZoneTypeTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP1010"));

    [Fact]
    public void Rejects_VmwareWithSecurityGroups()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Kind = "AdvancedSecurityGroups";
        lab.Cluster.Hypervisor = "VMware";
        var finding = Assert.Single(lab.FindingsOf("CNP1010"));
        Assert.Contains("Cluster c1 runs VMware", finding.Message);
    }

    [Fact]
    public void Accepts_KvmAtTheEdge()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Kind = "Edge";
        Assert.Empty(lab.FindingsOf("CNP1010"));
    }

    [Theory]
    [InlineData("AdvancedSecurityGroups", "VMware", "a"), InlineData("AdvancedSecurityGroups", "XCP-ng", ""), InlineData("AdvancedSecurityGroups", "LXC", ""), InlineData("AdvancedSecurityGroups", "Hyper-V", "a")]
    [InlineData("Edge", "XenServer", "b"), InlineData("Edge", "kvm", ""), InlineData("Advanced", "VMware", ""), InlineData("Basic", "VMware", "")]
    public void Rejects_ByZoneAndHypervisor(string kind, string hypervisor, string letter)
    {
        var lab = ALab.WithHosts(0);
        (lab.Design.Kind, lab.Cluster.Hypervisor) = (kind, hypervisor);
        Assert.Equal(letter, string.Concat(lab.FindingsOf("CNP1010").Select(f => f.Case)));
    }
}
