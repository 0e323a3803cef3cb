using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class GuestVlansMustNotContainPublicVlansTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP5004"));

    [Fact]
    public void Rejects_OnOnePhysicalNetwork()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.PublicRanges[0].Vlan = "510";
        var finding = Assert.Single(lab.FindingsOf("CNP5004"));
        Assert.Contains("VLAN 510 of 1 public range is among the guest VLANs 500–519 of guest-a.", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP5004"));
    }

    [Fact]
    public void Rejects_OnAnotherWire()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.PublicRanges[0].Vlan = "510";
        lab.Network("mgmt-net").TrafficTypes.Add(new TrafficType { Id = "p2", Type = "Public", Labels = { ["KVM"] = "cloudbr0" } });
        lab.Network("guest-a").TrafficTypes.RemoveAt(1);
        var finding = Assert.Single(lab.FindingsOf("CNP5004"));
        Assert.Contains("VLAN 510", finding.Message);
        Assert.Equal("c", finding.Case);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Weighs_AnotherWire_LessInTheLab()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("mgmt-net").TrafficTypes.Add(new TrafficType { Id = "g2", Type = "Guest", Labels = { ["KVM"] = "cloudbr0" } });
        lab.Network("mgmt-net").GuestVlans = "300-310";
        Assert.Equal(("c", Severity.Warning), Assert.Single(lab.FindingsOf("CNP5004").Select(f => (f.Case, f.Severity))));
        lab.Pack = PolicyPack.Lab;
        Assert.Equal(Severity.Advice, Assert.Single(lab.FindingsOf("CNP5004")).Severity);
        lab.Cables.Clear();
        Assert.Equal(FindingStatus.NotVerified, Assert.Single(lab.FindingsOf("CNP5004")).Status);
    }
}
