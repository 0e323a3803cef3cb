namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class ZoneOptionsMustFitTheZoneTypeTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP1003"));

    [Fact]
    public void Rejects_BasicWithGuestCidr()
    {
        var lab = ALab.Basic(1);
        lab.Design.GuestCidr = "10.1.1.0/24";
        var finding = Assert.Single(lab.FindingsOf("CNP1003"));
        Assert.Contains("A basic zone has no guest CIDR", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1003"));
    }

    [Fact]
    public void Rejects_AdvancedWithPodDomain()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").BroadcastDomainRange = "POD";
        var finding = Assert.Single(lab.FindingsOf("CNP1003"));
        Assert.Contains("takes ZONE only", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1003"));
    }

    [Fact]
    public void Rejects_UnknownKind()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Kind = "Nope";
        var finding = Assert.Single(lab.FindingsOf("CNP1003"));
        Assert.Contains("“Nope” is no zone type", finding.Message);
    }

    [Fact]
    public void Accepts_BasicWithoutCidr()
    {
        var lab = ALab.Basic(1);
        lab.Design.PhysicalNetworks[0].BroadcastDomainRange = "POD";
        Assert.Empty(lab.FindingsOf("CNP1003"));
    }
}
