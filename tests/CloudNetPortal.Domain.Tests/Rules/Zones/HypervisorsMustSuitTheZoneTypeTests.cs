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
}
