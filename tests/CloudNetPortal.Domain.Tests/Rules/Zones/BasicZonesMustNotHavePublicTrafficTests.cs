using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class BasicZonesMustNotHavePublicTrafficTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP1006"));

    [Fact]
    public void Rejects_PublicTraffic()
    {
        var lab = ALab.Basic(1);
        lab.Design.PhysicalNetworks[0].TrafficTypes.Add(new TrafficType { Id = "p", Type = "Public" });
        var finding = Assert.Single(lab.FindingsOf("CNP1006"));
        Assert.Contains("net carries Public traffic, which a basic zone does not use.", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1006"));
    }

    [Fact]
    public void Accepts_BasicWithoutPublic() => Assert.Empty(ALab.Basic(1).FindingsOf("CNP1006"));

    [Fact]
    public void Accepts_ElasticOffering()
    {
        var lab = ALab.Basic(1);
        lab.Design.PhysicalNetworks[0].TrafficTypes.Add(new TrafficType { Id = "p", Type = "Public" });
        lab.Design.PhysicalNetworks[0].Providers.Add(new NetworkProvider { Name = "Netscaler" });
        // A Netscaler in the zone gives no elastic addresses to a plain offering.
        Assert.Single(lab.FindingsOf("CNP1006"));
        lab.Design.GuestNetworks[0].Offering = "DefaultSharedNetscalerEIPandELBNetworkOffering";
        Assert.Empty(lab.FindingsOf("CNP1006"));
    }
}
