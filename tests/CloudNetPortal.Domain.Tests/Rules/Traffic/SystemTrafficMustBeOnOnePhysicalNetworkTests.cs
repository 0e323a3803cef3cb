using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Traffic;

public sealed class SystemTrafficMustBeOnOnePhysicalNetworkTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP2001"));

    [Fact]
    public void Rejects_PublicOnTwo()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("mgmt-net").TrafficTypes.Add(new TrafficType { Id = "p2", Type = "Public", Labels = { ["KVM"] = "cloudbr1" } });
        var finding = Assert.Single(lab.FindingsOf("CNP2001"));
        Assert.Contains("Public is on mgmt-net and guest-a", finding.Message);
    }

    [Fact]
    public void Rejects_UnknownType()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Type = "Backup";
        var finding = Assert.Single(lab.FindingsOf("CNP2001"));
        Assert.Contains("“Backup” on guest-a is no traffic type", finding.Message);
    }

    [Fact]
    public void Accepts_GuestOnTwo()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("mgmt-net").TrafficTypes.Add(new TrafficType { Id = "g2", Type = "Guest", Labels = { ["KVM"] = "cloudbr0" } });
        Assert.Empty(lab.FindingsOf("CNP2001"));
    }
}
