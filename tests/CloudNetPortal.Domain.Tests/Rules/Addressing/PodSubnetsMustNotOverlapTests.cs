using CloudNetPortal.Domain.Rules;
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

    [Theory]
    [InlineData("10.20.101.1", "255.255.255.0", true)]
    [InlineData("10.20.100.129", "255.255.255.128", false)]
    [InlineData("10.20.0.1", "255.255.0.0", false)]
    public void Rejects_AtTheShorterPrefix(string gateway, string netmask, bool sound)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.Pods.Add(new Pod { Id = "p2", Name = "pod2", Gateway = gateway, Netmask = netmask });
        Assert.Equal(sound ? 0 : 1, lab.FindingsOf("CNP4004").Count);
    }

    [Fact]
    public void Rejects_ManyPodsInOneSubnet_OncePerPod()
    {
        var lab = ALab.WithHosts(1);
        for (var n = 2; n <= 8; n++)
            lab.Design.Pods.Add(new Pod { Id = $"p{n}", Name = $"pod{n}", Gateway = "10.20.100.1", Netmask = "255.255.255.0", ManagementRanges = { new ManagementRange { Id = "m", StartIp = "10.20.100.100", EndIp = "10.20.100.149" } } });
        Assert.Equal(7, lab.FindingsOf("CNP4004").Count);
        // Their ranges overlap because their subnets do: said once.
        Assert.Empty(lab.FindingsOf("CNP4005"));
    }

    [Theory]
    [InlineData(null, "a", Severity.Error)]
    [InlineData("true", "a", Severity.Error)]
    [InlineData("false", "b", Severity.Warning)]
    public void Rejects_ByWhatTheCloudChecks(string? setting, string letter, Severity severity)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.Pods.Add(new Pod { Id = "p2", Name = "pod2", Gateway = "10.20.100.129", Netmask = "255.255.255.128" });
        if (setting is not null)
            lab.Cloud = lab.Cloud! with { Settings = new Dictionary<string, string>(lab.Cloud.Settings!) { ["check.pod.cidrs"] = setting } };
        var finding = Assert.Single(lab.FindingsOf("CNP4004"));
        Assert.Equal((letter, severity), (finding.Case, finding.Severity));
        Assert.Contains("10.20.100.128–255", finding.Evidence[0]);
    }
}
