using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Catalogue;

public sealed class ObservedConfigurationMustMatchTheCatalogueTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP0202"));

    [Fact]
    public void Accepts_EndsOfARangeOnly() => Assert.Empty(Heard("500,519").FindingsOf("CNP0202"));

    [Fact]
    public void Rejects_VlanThatIsNotDocumented()
    {
        var finding = Assert.Single(Heard("500,530").FindingsOf("CNP0202"));
        Assert.Equal("LLDP on kvm1 eno3 announces VLANs 530 of tor2 swp1, documented are 300, 500–519.", finding.Message);
        Assert.Equal(VlanSet.Of(530), Assert.IsType<CatalogueEdit.AllowVlans>(finding.Fixes[0].CatalogueEdits![0]).Vlans);
    }

    [Fact]
    public void Rejects_OldDataWithItsDate()
    {
        var lab = Heard("530");
        lab.Neighbours.Single(n => n.Vlans is not null).SeenAt = ALab.Now.AddDays(-20);
        Assert.Contains("(as of 2026-02-09)", Assert.Single(lab.FindingsOf("CNP0202")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_LagThatIsNotDocumented()
    {
        var lab = ALab.WithHosts(1);
        lab.Port("tor2", "swp1").BondId = null;
        lab.Neighbours.Single(n => n.InterfaceId == lab.Port("kvm1", "eno3").Id).Aggregated = true;
        Assert.Contains("part of a LAG", Assert.Single(lab.FindingsOf("CNP0202")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_OldHostData_AsNotVerified()
    {
        var lab = ALab.WithHosts(2);
        lab.Device("kvm2").LogicalHost!.ObservedAt = ALab.Now.AddDays(-20);
        var finding = Assert.Single(lab.FindingsOf("CNP0202"));
        Assert.Equal(FindingStatus.NotVerified, finding.Status);
        Assert.Contains("1 host of 2 was not read in the last 7 days (kvm2 on 2026-02-09)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_MissingHostData_AsNotVerified()
    {
        var lab = ALab.WithHosts(1);
        lab.Device("kvm1").LogicalHost!.ObservedAt = null;
        Assert.Contains("kvm1 never", Assert.Single(lab.FindingsOf("CNP0202")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_VlanThatIsHeardNoLonger()
    {
        var lab = Heard("530");
        var old = lab.Neighbours.Single(n => n.Vlans is not null);
        old.SeenAt = ALab.Now.AddDays(-2);
        lab.Neighbours.Add(new CloudNetPortal.Domain.Catalogue.Observations.LldpNeighbour { InterfaceId = old.InterfaceId, SystemName = old.SystemName, PortId = old.PortId, Vlans = VlanSet.Of(500), SeenAt = ALab.Now });
        Assert.Empty(lab.FindingsOf("CNP0202"));
    }

    [Fact]
    public void Fingerprint_OfHostsNotRead_DoesNotChangeWithTheDate()
    {
        var lab = ALab.WithHosts(2);
        lab.Device("kvm2").LogicalHost!.ObservedAt = ALab.Now.AddDays(-20);
        var before = Assert.Single(lab.FindingsOf("CNP0202")).Fingerprint;
        lab.Device("kvm2").LogicalHost!.ObservedAt = ALab.Now.AddDays(-9);
        Assert.Equal(before, Assert.Single(lab.FindingsOf("CNP0202")).Fingerprint);
        lab.Device("kvm1").LogicalHost!.ObservedAt = ALab.Now.AddDays(-9);
        Assert.NotEqual(before, Assert.Single(lab.FindingsOf("CNP0202")).Fingerprint);
    }

    private static ALab Heard(string vlans)
    {
        var lab = ALab.WithHosts(1);
        lab.Neighbours.Single(n => n.InterfaceId == lab.Port("kvm1", "eno3").Id).Vlans = VlanSet.Parse(vlans);
        return lab;
    }
}
