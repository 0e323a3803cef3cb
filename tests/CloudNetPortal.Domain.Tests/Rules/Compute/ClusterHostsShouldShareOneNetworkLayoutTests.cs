using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Compute;

public sealed class ClusterHostsShouldShareOneNetworkLayoutTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP7003"));

    [Fact]
    public void Rejects_OtherMtu()
    {
        var lab = ALab.WithHosts(3);
        lab.Port("kvm2", "cloudbr2").Mtu = 1500;
        Assert.Equal("In cluster c1 cloudbr2 differs in its MTU: 9000 on 2 hosts, 1500 on kvm2.", Assert.Single(lab.FindingsOf("CNP7003")).Message);
    }

    [Fact]
    public void Rejects_FewerLegs()
    {
        var lab = ALab.WithHosts(3);
        lab.Port("kvm3", "eno4").BondId = null;
        Assert.Contains("2 NICs on 2 hosts, 1 NIC on kvm3", Assert.Single(lab.FindingsOf("CNP7003")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_OtherBondMode()
    {
        var lab = ALab.WithHosts(3);
        lab.Port("kvm1", "bond1").BondMode = BondMode.ActiveBackup;
        Assert.Contains("bond mode", Assert.Single(lab.FindingsOf("CNP7003")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_OtherSpeed()
    {
        var lab = ALab.WithHosts(2);
        foreach (var (host, speed) in new[] { ("kvm1", 25000), ("kvm2", 10000) })
            foreach (var nic in new[] { "eno3", "eno4" })
                lab.Port(host, nic).SpeedMbps = speed;
        Assert.Contains("10000 Mbit/s", Assert.Single(lab.FindingsOf("CNP7003")).Message, StringComparison.Ordinal);
    }
}
