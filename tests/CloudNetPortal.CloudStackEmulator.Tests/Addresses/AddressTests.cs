using CloudNetPortal.CloudStackEmulator.Addresses;

namespace CloudNetPortal.CloudStackEmulator.Tests.Addresses;

public sealed class AddressTests
{
    [Theory]
    [InlineData("0.0.0.0", true)]
    [InlineData("255.255.255.255", true)]
    [InlineData("8.8.8", false)]
    [InlineData("8.8.8.08", false)]
    [InlineData("8.8.8.256", false)]
    [InlineData(" 8.8.8.8", false)]
    public void Ipv4_InText_IsReadAsTheServerReadsIt(string text, bool valid) => Assert.Equal(valid, Ipv4.IsValid(text));

    [Theory]
    [InlineData("255.255.255.0", true)]
    [InlineData("255.255.255.255", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.0.255.0", false)]
    public void Netmask_InText_HasContiguousOnes(string text, bool valid) => Assert.Equal(valid, Ipv4.IsNetmask(text));

    [Theory]
    [InlineData("10.1.1.5/24", true)]
    [InlineData("172.32.0.0/16", false)]
    [InlineData("100.64.0.0/10", true)]
    [InlineData("8.8.8.0/24", false)]
    public void Cidr_OfGuests_IsPrivate(string text, bool expected)
    {
        Assert.True(Cidr.TryRead(text, out var cidr));
        Assert.Equal(expected, cidr.IsPrivate());
    }

    [Theory]
    [InlineData("100-200,150-250", "100-250")]
    [InlineData("200-300,310-320,305-312", "200-300,305-320")]
    [InlineData("5-5,6-6,9-9", "5-6,9-9")]
    public void VlanSet_Merged_IsWrittenAsTheServerWritesIt(string text, string expected) =>
        Assert.Equal(expected, VlanSet.Write(VlanSet.Merge(text.Split(',').Select(s => s.Split('-')).Select(e => new VlanSpan(int.Parse(e[0]), int.Parse(e[1]))))));

    [Fact]
    public void VlanSet_WithoutAnother_KeepsTheRest() =>
        Assert.Equal("100-149,161-200", VlanSet.Write(VlanSet.Subtract([new VlanSpan(100, 200)], [new VlanSpan(150, 160)])));

    [Theory]
    [InlineData("１２", true)] // full-width digits are digits
    [InlineData("+5", true)]
    [InlineData(" 5", false)]
    [InlineData("", false)]
    [InlineData("2147483648", false)]
    public void Number_InText_IsReadAsTheServersLanguageReadsIt(string text, bool readable) => Assert.Equal(readable, JavaNumber.TryRead(text, out _));
}
