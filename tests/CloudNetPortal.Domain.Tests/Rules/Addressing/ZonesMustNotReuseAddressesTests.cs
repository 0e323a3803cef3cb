using System.Net;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class ZonesMustNotReuseAddressesTests
{
    [Fact]
    public void Accepts_RangesApart() => Assert.Empty(Lab("192.0.2.200", "192.0.2.220").FindingsOf("CNP4009"));

    [Fact]
    public void Rejects_RangesThatOverlap()
    {
        var lab = Lab("192.0.2.150", "192.0.2.220");
        var finding = Assert.Single(lab.FindingsOf("CNP4009"));
        Assert.Equal("The public range 192.0.2.100–199 and the public range 192.0.2.150–220 in zone ams2 share 192.0.2.150–199.", finding.Message);
        Assert.Equal("Cut it to 192.0.2.100–149", finding.Fixes[0].Title);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4009"));
    }

    [Fact]
    public void Accepts_SeparateVrfs()
    {
        var lab = Lab("192.0.2.150", "192.0.2.220");
        lab.Prefixes.Add(new Prefix { Network = IPNetwork.Parse("192.0.2.0/25"), Vrf = "red" });
        lab.Prefixes.Add(new Prefix { Network = IPNetwork.Parse("192.0.2.128/25"), Vrf = "blue" });
        Assert.Empty(lab.FindingsOf("CNP4009"));
    }

    private static ALab Lab(string start, string end)
    {
        var lab = ALab.WithHosts(1);
        lab.OtherZones.Add(new ZoneDesign { Name = "ams2", PublicRanges = { new PublicRange { Gateway = "192.0.2.1", Netmask = "255.255.255.0", StartIp = start, EndIp = end, Vlan = "300" } } });
        return lab;
    }

    [Fact]
    public void Accepts_OneSubnetInTwoRoutingTables_ToldApartByVlan()
    {
        var lab = Lab("192.0.2.150", "192.0.2.220");
        lab.Prefixes.RemoveAll(p => p.VlanId == 300);
        lab.Prefixes.Add(new Prefix { Network = IPNetwork.Parse("192.0.2.0/24"), VlanId = 300, Vrf = "red" });
        lab.Prefixes.Add(new Prefix { Network = IPNetwork.Parse("192.0.2.0/24"), VlanId = 301, Vrf = "blue" });
        Assert.Single(lab.FindingsOf("CNP4009"));
        lab.OtherZones[0].PublicRanges[0].Vlan = "301";
        Assert.Empty(lab.FindingsOf("CNP4009"));
    }

    [Fact]
    public void Accepts_Neighbours() => Assert.Empty(Lab("192.0.2.200", "192.0.2.220").FindingsOf("CNP4009"));

    [Fact]
    public void Rejects_OneSharedAddress() => Assert.Contains("share 192.0.2.199.", Assert.Single(Lab("192.0.2.199", "192.0.2.220").FindingsOf("CNP4009")).Message);
}
