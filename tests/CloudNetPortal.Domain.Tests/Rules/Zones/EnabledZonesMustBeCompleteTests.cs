using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class EnabledZonesMustBeCompleteTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP1011"));

    [Fact]
    public void Rejects_NoCluster()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.Clusters.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP1011"));
        Assert.Contains("there is no cluster in it", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void Rejects_OneEmptyCluster()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.Clusters.Add(new Cluster { Id = "c2", Name = "c2" });
        var finding = Assert.Single(lab.FindingsOf("CNP1011"));
        Assert.Contains("Cluster c2 has no host", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Rejects_DisabledZone()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.EnableZone = false;
        lab.Pod.Clusters.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP1011"));
        Assert.Contains("there is no cluster in it", finding.Message);
        Assert.Equal("c", finding.Case);
        Assert.Equal(Severity.Advice, finding.Severity);
    }

    [Fact]
    public void Accepts_VmwareClusterWithoutHosts()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.Clusters.Add(new Cluster { Id = "c2", Name = "c2", Hypervisor = "VMware" });
        Assert.Empty(lab.FindingsOf("CNP1011"));
    }

    [Fact]
    public void Rejects_TheOnlyClusterWithoutHosts_AsAWarning()
    {
        var lab = ALab.WithHosts(0);
        var finding = Assert.Single(lab.FindingsOf("CNP1011"));
        Assert.Equal(("b", Severity.Warning), (finding.Case, finding.Severity));
        Assert.Contains("nothing can start in the zone", finding.Message, StringComparison.Ordinal);
        lab.Pack = PolicyPack.Lab;
        Assert.Equal(Severity.Advice, Assert.Single(lab.FindingsOf("CNP1011")).Severity);
    }
}
