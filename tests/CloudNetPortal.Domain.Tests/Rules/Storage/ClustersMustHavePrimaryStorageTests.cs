using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Storage;

public sealed class ClustersMustHavePrimaryStorageTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP8008"));

    [Fact]
    public void Rejects_NoPool()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.PrimaryStorages.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP8008"));
        Assert.Contains("Cluster c1 has no primary storage", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void Rejects_LocalOnly()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.PrimaryStorages.Clear();
        lab.Design.LocalStorageEnabled = true;
        var finding = Assert.Single(lab.FindingsOf("CNP8008"));
        Assert.Contains("system.vm.use.local.storage", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
        // The cloud may have it set for all zones.
        lab.Cloud = lab.Cloud! with { Settings = new Dictionary<string, string>(lab.Cloud.Settings!) { ["system.vm.use.local.storage"] = "true" } };
        Assert.Empty(lab.FindingsOf("CNP8008"));
        // What the zone itself says comes first.
        lab.Design.Details.Add(new Domain.Zones.Detail { Id = "d", Key = "system.vm.use.local.storage", Value = "false" });
        Assert.Single(lab.FindingsOf("CNP8008"));
    }

    [Fact]
    public void Accepts_ZoneWidePool()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.PrimaryStorages.Clear();
        lab.Design.PrimaryStorages.Add(new PrimaryStorage { Id = "z1", Name = "ceph", Url = "rbd://10.0.0.1/pool", Hypervisor = "kvm" });
        Assert.Empty(lab.FindingsOf("CNP8008"));
    }
}
