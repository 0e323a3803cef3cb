using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class EdgeZonesMustNotHaveSystemRangesTests
{
    [Fact]
    public void Accepts_PodsWithNamesOnly() => Assert.Empty(Edge().FindingsOf("CNP1009"));

    [Fact]
    public void Accepts_AdvancedZone() => Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP1009"));

    [Fact]
    public void Rejects_PodRange()
    {
        var lab = Edge();
        (lab.Pod.Gateway, lab.Pod.Netmask) = ("10.0.1.1", "255.255.255.0");
        lab.Pod.ManagementRanges.Add(new ManagementRange { StartIp = "10.0.1.10", EndIp = "10.0.1.20" });
        var finding = Assert.Single(lab.FindingsOf("CNP1009"));
        Assert.Equal("a", finding.Case);
        Assert.Contains("gateway 10.0.1.1, netmask 255.255.255.0, 1 range", finding.Message, StringComparison.Ordinal);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1009"));
    }

    [Fact]
    public void Rejects_PublicRange()
    {
        var lab = Edge();
        lab.Design.PublicRanges.Add(new PublicRange { Gateway = "192.0.2.1", Netmask = "255.255.255.0", StartIp = "192.0.2.9" });
        var finding = Assert.Single(lab.FindingsOf("CNP1009"));
        Assert.Equal("a", finding.Case);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1009"));
    }

    [Fact]
    public void Rejects_TrafficItDoesNotUse()
    {
        var lab = Edge();
        lab.Network("guest-a").TrafficTypes.Add(new TrafficType { Type = "Management", Labels = { ["KVM"] = "cloudbr0" } });
        var finding = Assert.Single(lab.FindingsOf("CNP1009"));
        Assert.Equal("b", finding.Case);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1009"));
    }

    private static ALab Edge()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.Kind = "Edge";
        lab.Design.PublicRanges.Clear();
        lab.Design.PhysicalNetworks.RemoveAt(0);
        lab.Network("guest-a").TrafficTypes.RemoveAll(t => t.Type == "Public");
        (lab.Pod.Gateway, lab.Pod.Netmask) = (null, null);
        lab.Pod.ManagementRanges.Clear();
        lab.Pod.StorageRanges.Clear();
        return lab;
    }
}
