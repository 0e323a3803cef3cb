using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class KvmUplinkNamesMustMatchInAClusterTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3106"));

    [Fact]
    public void Rejects_OtherUplinkOnOneHost()
    {
        var lab = ALab.WithHosts(3);
        lab.Port("kvm2", "bond1").Name = "bond7";
        var finding = Assert.Single(lab.FindingsOf("CNP3106"));
        Assert.Contains("In cluster c1 cloudbr1 stands on bond1 on 2 hosts, but on bond7 on kvm2", finding.Message);
    }

    [Fact]
    public void Accepts_OtherUplinkInAnotherCluster()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm2", "bond1").Name = "bond7";
        lab.Pod.Clusters.Add(new Cluster { Id = "c2", Name = "c2", Hosts = { lab.Cluster.Hosts[1] } });
        lab.Cluster.Hosts.RemoveAt(1);
        Assert.Empty(lab.FindingsOf("CNP3106"));
    }

    [Fact]
    public void Fingerprint_DoesNotChangeWithOneMoreHostLikeMost()
    {
        static string Print(int hosts, params string[] odd)
        {
            var lab = ALab.WithHosts(hosts);
            foreach (var host in odd)
                lab.Port(host, "bond1").Name = "bond7";
            return Assert.Single(lab.FindingsOf("CNP3106")).Fingerprint;
        }
        Assert.Equal(Print(3, "kvm2"), Print(4, "kvm2"));
        Assert.NotEqual(Print(5, "kvm2"), Print(5, "kvm2", "kvm3"));
    }
}
