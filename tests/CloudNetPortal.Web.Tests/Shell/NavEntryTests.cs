using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Tests.Shell;

public sealed class NavEntryTests
{
    [Theory]
    [InlineData("/zones", "/zones", true)]
    [InlineData("/zones", "/zones/1/labels", true)]
    [InlineData("/zones", "/zonesandmore", false)]
    [InlineData("/", "/", true)]
    [InlineData("/", "/zones", false)]
    public void Holds_PagesBelowIt(string href, string path, bool expected) => Assert.Equal(expected, new NavEntry("x", href, 0).Holds(path));
}
