using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class PhysicalNetworksMustNotShareVlansTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP5003"));

    [Fact]
    public void Rejects_OnOneWire()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("mgmt-net").TrafficTypes.Add(new TrafficType { Id = "g2", Type = "Guest", Labels = { ["KVM"] = "cloudbr1" } });
        lab.Network("mgmt-net").GuestVlans = "510-530";
        var finding = Assert.Single(lab.FindingsOf("CNP5003"));
        Assert.Contains("mgmt-net and guest-a both give out 510–519.", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP5003"));
    }

    [Fact]
    public void Rejects_OnOtherWires()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("mgmt-net").TrafficTypes.Add(new TrafficType { Id = "g2", Type = "Guest", Labels = { ["KVM"] = "cloudbr0" } });
        lab.Network("mgmt-net").GuestVlans = "510-530";
        var finding = Assert.Single(lab.FindingsOf("CNP5003"));
        Assert.Contains("both give out", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Advice, finding.Severity);
    }

    [Fact]
    public void Accepts_ApartFromEachOther()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("mgmt-net").TrafficTypes.Add(new TrafficType { Id = "g2", Type = "Guest", Labels = { ["KVM"] = "cloudbr1" } });
        lab.Network("mgmt-net").GuestVlans = "520-530";
        Assert.Empty(lab.FindingsOf("CNP5003"));
    }

    [Fact]
    public void Unverified_WhereNoCablingIsDocumented()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("mgmt-net").TrafficTypes.Add(new TrafficType { Id = "g2", Type = "Guest", Labels = { ["KVM"] = "cloudbr9" } });
        lab.Network("mgmt-net").GuestVlans = "510-530";
        lab.Cables.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP5003"));
        Assert.Equal(("a", FindingStatus.NotVerified), (finding.Case, finding.Status));
        // One label is one wire, whatever is documented.
        lab.Network("mgmt-net").Traffic("Guest")!.Labels["KVM"] = "cloudbr1";
        Assert.Equal(FindingStatus.Open, Assert.Single(lab.FindingsOf("CNP5003")).Status);
    }
}
