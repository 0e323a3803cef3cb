using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Storage;

public sealed class PrimaryStorageMustFitItsScopeTests
{
    [Fact]
    public void Accepts_PoolOfACluster() => Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP8004"));

    [Theory, InlineData("KVM"), InlineData("VMware"), InlineData("Any")]
    public void Accepts_PoolOfTheZone(string hypervisor) => Assert.Empty(Zone(new PrimaryStorage { Id = "z1", Name = "wide", Url = "nfs://10.0.0.1/p", Hypervisor = hypervisor }).FindingsOf("CNP8004"));

    [Fact]
    public void Rejects_PoolOfTheZoneWithoutHypervisor()
    {
        var lab = Zone(new PrimaryStorage { Id = "z1", Name = "wide", Url = "nfs://10.0.0.1/p", Scope = "zone" });
        var finding = Assert.Single(lab.FindingsOf("CNP8004"));
        Assert.Equal("Use KVM", finding.Fixes[0].Title);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP8004"));
    }

    [Fact]
    public void Rejects_HypervisorWithoutPoolsOfTheZone() => Assert.Contains("XenServer", Assert.Single(Zone(new PrimaryStorage { Id = "z1", Name = "wide", Url = "nfs://10.0.0.1/p", Hypervisor = "XenServer" }).FindingsOf("CNP8004")).Message, StringComparison.Ordinal);

    [Fact]
    public void Accepts_HypervisorNobodyKnows_AsNotVerified() => Assert.Equal(Domain.Rules.FindingStatus.NotVerified, Assert.Single(Zone(new PrimaryStorage { Id = "z1", Name = "wide", Url = "nfs://10.0.0.1/p", Hypervisor = "Ovm3" }).FindingsOf("CNP8004")).Status);

    [Fact]
    public void Rejects_ScopeThatDoesNotFitItsPlace()
    {
        var lab = Zone(new PrimaryStorage { Id = "z1", Name = "wide", Url = "nfs://10.0.0.1/p", Scope = "CLUSTER", Hypervisor = "KVM" });
        lab.Cluster.PrimaryStorages[0].Scope = "ZONE";
        Assert.Equal(2, lab.FindingsOf("CNP8004").Count);
    }

    [Fact]
    public void Rejects_ClusterWithoutHosts() => Assert.Contains("No host up", Assert.Single(ALab.WithHosts(0).FindingsOf("CNP8004")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_LocalPoolWhereLocalStorageIsOff()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.PrimaryStorages[0].Url = "file:///var/lib/libvirt/images";
        var finding = Assert.Single(lab.FindingsOf("CNP8004"));
        Assert.Equal("b", finding.Case);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP8004"));
    }

    private static ALab Zone(PrimaryStorage pool)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.PrimaryStorages.Add(pool);
        return lab;
    }
}
