using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class PodSubnetsMustNotOverlapTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP4004"));

    [Fact]
    public void Rejects_SecondPodInside()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Pods.Add(new Pod { Id = "p2", Name = "pod2", Gateway = "10.20.100.129", Netmask = "255.255.255.128" });
        var finding = Assert.Single(lab.FindingsOf("CNP4004"));
        Assert.Contains("The subnets of pods pod1 (10.20.100.0/24) and pod2 (10.20.100.128/25) overlap.", finding.Message);
    }

    [Fact]
    public void Rejects_GuestCidr()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.GuestCidr = "10.20.0.0/16";
        var finding = Assert.Single(lab.FindingsOf("CNP4004"));
        Assert.Contains("overlaps the guest CIDR", finding.Message);
    }

    [Fact]
    public void Accepts_NextSubnet()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Pods.Add(new Pod { Id = "p2", Name = "pod2", Gateway = "10.20.101.1", Netmask = "255.255.255.0" });
        Assert.Empty(lab.FindingsOf("CNP4004"));
    }
}
