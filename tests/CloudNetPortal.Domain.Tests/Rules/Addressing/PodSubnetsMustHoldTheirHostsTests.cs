using System.Net;
using CloudNetPortal.Domain.Catalogue.Places;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class PodSubnetsMustHoldTheirHostsTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP4011"));

    [Fact]
    public void Rejects_HostOutside()
    {
        var lab = Moved();
        Assert.Equal("kvm2 (10.0.9.11) lies outside 10.20.100.0/24, the subnet of pod pod1.", Assert.Single(lab.FindingsOf("CNP4011")).Message);
    }

    [Fact]
    public void Rejects_AllHostsOutsideAndProposesTheirNetwork()
    {
        var lab = Moved();
        lab.Device("kvm1").LogicalHost!.ManagementAddress = IPAddress.Parse("10.0.9.10");
        lab.Prefixes.Add(new Prefix { Network = IPNetwork.Parse("10.0.9.0/24"), Gateway = IPAddress.Parse("10.0.9.1") });
        var finding = Assert.Single(lab.FindingsOf("CNP4011"));
        Assert.Equal(2, finding.Fixes.Count);
        Assert.All(finding.Fixes, fix => Assert.Empty(lab.After(fix).FindingsOf("CNP4011")));
    }

    [Fact]
    public void Accepts_RoutedManagement()
    {
        var lab = Moved();
        lab.Pod.RoutedManagement = true;
        Assert.Empty(lab.FindingsOf("CNP4011"));
    }

    [Fact]
    public void Accepts_HostKnownByName_AsNotVerified()
    {
        var lab = ALab.WithHosts(1);
        lab.Device("kvm1").LogicalHost!.ManagementAddress = null;
        lab.Cluster.Hosts[0].Url = "http://kvm1.example.net";
        Assert.Equal(Domain.Rules.FindingStatus.NotVerified, Assert.Single(lab.FindingsOf("CNP4011")).Status);
    }

    private static ALab Moved()
    {
        var lab = ALab.WithHosts(2);
        lab.Device("kvm2").LogicalHost!.ManagementAddress = IPAddress.Parse("10.0.9.11");
        return lab;
    }
}
