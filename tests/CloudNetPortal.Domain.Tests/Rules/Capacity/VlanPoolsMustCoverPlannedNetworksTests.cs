using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Capacity;

public sealed class VlanPoolsMustCoverPlannedNetworksTests
{
    [Fact]
    public void Accepts_EnoughVlans() => Assert.Empty(Lab(16).FindingsOf("CNP9003"));

    [Fact]
    public void Accepts_NothingPlanned() => Assert.Empty(Lab(null).FindingsOf("CNP9003"));

    [Fact]
    public void Rejects_TooFewWithGrowth() => Assert.Equal("guest-a has 20 guest VLANs for everybody; 17 networks are planned, 21 with 20 % growth: the pool is empty after 20.", Assert.Single(Lab(17).FindingsOf("CNP9003")).Message);

    [Fact]
    public void Rejects_VlansKeptForOneOwner()
    {
        var lab = Lab(10);
        lab.Network("guest-a").VlanDedications.Add(new VlanDedication { Vlans = "510-519", Owner = new Owner { Domain = "ROOT/acme", Account = "acme" } });
        Assert.Contains("has 10 guest VLANs for everybody (10 more are kept for one owner)", Assert.Single(lab.FindingsOf("CNP9003")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_NoGrowthInALab()
    {
        var lab = Lab(20);
        lab.Pack = Domain.Rules.PolicyPack.Lab;
        Assert.Empty(lab.FindingsOf("CNP9003"));
    }

    private static ALab Lab(int? planned)
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").PlannedNetworks = planned;
        return lab;
    }
}
