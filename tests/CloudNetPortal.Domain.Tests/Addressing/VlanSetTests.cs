using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Domain.Tests.Addressing;

public sealed class VlanSetTests
{
    [Theory]
    [InlineData("500", "500-500")]
    [InlineData("300-349, 100-199", "100-199,300-349")]
    [InlineData("200-300,310-320,305-312", "200-300,305-320")]
    [InlineData("1-2,3", "1-3")]
    [InlineData("", "")]
    public void Parse_GoodText_IsCanonical(string text, string canonical) => Assert.Equal(canonical, VlanSet.Parse(text).ToString());

    [Theory]
    [InlineData("10-20-30", "10-20-30")]
    [InlineData("5００", "5００")]
    [InlineData("abc", "abc")]
    [InlineData("20-10", "ends before")]
    [InlineData("0-5", "1–4094")]
    [InlineData("4095", "1–4094")]
    [InlineData("5;6", "5;6")]
    public void TryParse_BadText_NamesThePart(string text, string named)
    {
        Assert.False(VlanSet.TryParse(text, out _, out var problem));
        Assert.Contains(named, problem);
    }

    [Fact]
    public void Except_CutInTheMiddle_LeavesBothSides() => Assert.Equal("500-549,551-599", VlanSet.Parse("500-599").Except(VlanSet.Of(550)).ToString());

    [Fact]
    public void SetOperations_AnyTwoSets_AgreeWithPlainSets()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var (a, b) = (Any(random), Any(random));
            var (x, y) = (Plain(a), Plain(b));
            Assert.Equal(x.Union(y).Order(), Plain(a.Union(b)).Order());
            Assert.Equal(x.Intersect(y).Order(), Plain(a.Intersect(b)).Order());
            Assert.Equal(x.Except(y).Order(), Plain(a.Except(b)).Order());
            Assert.Equal(y.IsSubsetOf(x), a.ContainsAll(b));
            Assert.Equal(a, VlanSet.Parse(a.ToString()));
        }
    }

    private static VlanSet Any(Random random) =>
        VlanSet.Of(Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(1, 60)).Select(first => new VlanRange(first, first + random.Next(9))));

    private static HashSet<int> Plain(VlanSet set) => [.. set.Ranges.SelectMany(r => Enumerable.Range(r.First, (int)r.Count))];
}
