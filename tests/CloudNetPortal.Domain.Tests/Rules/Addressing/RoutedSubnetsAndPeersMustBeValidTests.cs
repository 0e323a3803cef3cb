using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class RoutedSubnetsAndPeersMustBeValidTests
{
    [Fact]
    public void Accepts_NoRouting() => Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP4016"));

    [Fact]
    public void Accepts_DisjointBlocks() => Assert.Empty(Judge(r =>
    {
        r.Subnets.AddRange([new() { Cidr = "10.64.0.0/16" }, new() { Cidr = "10.65.0.0/16" }]);
        r.Ipv6Prefixes.AddRange([new() { Cidr = "2001:db8::/56" }, new() { Cidr = "2001:db8:1::/56" }]);
        r.BgpPeers.AddRange([new() { AsNumber = "65001", Ip4 = "192.0.2.1" }, new() { AsNumber = "65001", Ip4 = "192.0.2.2" }, new() { AsNumber = "65002", Ip6 = "2001:db8::1" }]);
        r.AsNumberRanges.AddRange([new() { Start = "65100", End = "65199" }, new() { Start = "65200", End = "65299" }]);
    }));

    [Fact]
    public void Rejects_SubnetsThatOverlap() => Says("The routed subnets 10.64.0.0/16 and 10.64.8.0/24 overlap.", r => r.Subnets.AddRange([new() { Cidr = "10.64.8.0/24" }, new() { Cidr = "10.64.0.0/16" }]));

    [Fact]
    public void Rejects_TextThatIsNoSubnet() => Says("is no IPv4 subnet", r => r.Subnets.Add(new() { Cidr = "10.64.0.0" }));

    [Fact]
    public void Rejects_LongPrefix() => Says("longer than /64", r => r.Ipv6Prefixes.Add(new() { Cidr = "2001:db8::/80" }));

    [Fact]
    public void Rejects_PrefixesThatOverlap() => Says("overlap", r => r.Ipv6Prefixes.AddRange([new() { Cidr = "2001:db8::/48" }, new() { Cidr = "2001:db8:0:100::/56" }]));

    [Fact]
    public void Rejects_PeerWithoutAddress() => Says("neither an IPv4 nor an IPv6 address", r => r.BgpPeers.Add(new() { AsNumber = "65001" }));

    [Fact]
    public void Rejects_PeerTwice() => Says("is there twice", r => r.BgpPeers.AddRange([new() { AsNumber = "65001", Ip4 = "192.0.2.1" }, new() { AsNumber = "65001", Ip4 = "192.0.2.1" }]));

    [Fact]
    public void Rejects_RangeThatEndsBeforeItStarts() => Says("is no range of AS numbers", r => r.AsNumberRanges.Add(new() { Start = "65199", End = "65100" }));

    [Fact]
    public void Rejects_RangesThatOverlap() => Says("65100–65199 and 65150–65250 overlap", r => r.AsNumberRanges.AddRange([new() { Start = "65100", End = "65199" }, new() { Start = "65150", End = "65250" }]));

    [Fact]
    public void Rejects_HugeRange() => Says("holds 1001 AS numbers", r => r.AsNumberRanges.Add(new() { Start = "64000", End = "65000" }));

    private static void Says(string text, Action<RoutedNetworking> change) => Assert.Contains(text, Assert.Single(Judge(change)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<Domain.Rules.Finding> Judge(Action<RoutedNetworking> change)
    {
        var lab = ALab.WithHosts(1);
        change(lab.Design.Routing = new RoutedNetworking());
        return lab.FindingsOf("CNP4016");
    }

    [Fact]
    public void Rejects_APeerWrittenInTwoWays()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.Routing = new RoutedNetworking { BgpPeers = { new BgpPeer { Id = "b1", AsNumber = "65000", Ip6 = "2001:db8::1" }, new BgpPeer { Id = "b2", AsNumber = "065000", Ip6 = "2001:0DB8:0::1" } } };
        Assert.Contains("is there twice", Assert.Single(lab.FindingsOf("CNP4016")).Message);
        lab.Design.Routing.BgpPeers[1].AsNumber = "65001";
        Assert.Empty(lab.FindingsOf("CNP4016"));
    }
}
