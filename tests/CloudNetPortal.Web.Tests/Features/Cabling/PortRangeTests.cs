using CloudNetPortal.Web.Features.Cabling;

namespace CloudNetPortal.Web.Tests.Features.Cabling;

public sealed class PortRangeTests
{
    [Theory]
    [InlineData("Eth1/[1-3]", "Eth1/1 Eth1/2 Eth1/3")]
    [InlineData("eth[0,2]", "eth0 eth2")]
    [InlineData("1/[1-2]/[1-2]", "1/1/1 1/1/2 1/2/1 1/2/2")]
    [InlineData("p[08-10]", "p08 p09 p10")]
    [InlineData("a, b[1-2]", "a b1 b2")]
    [InlineData("", "")]
    public void Ports_WrittenAsARange_AreNamedOneByOne(string text, string names) =>
        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), PortRange.Expand(text));

    [Fact]
    public void Ports_OfAHugeRange_AreCut() => Assert.Equal(512, PortRange.Expand("x[1-999999]").Count);
}
