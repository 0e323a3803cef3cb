using CloudNetPortal.Web.Access;

namespace CloudNetPortal.Web.Tests.Access;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/zones/1?tab=labels", "/zones/1?tab=labels")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Or_AddressOfTheAddressBar_StaysInThePortal(string? url, string expected) => Assert.Equal(expected, LocalUrl.Or(url, "/"));
}
