using Bunit;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Tests.Shared;

public sealed class SecretFieldTests : BunitContext
{
    [Fact]
    public void Stored_IsNotShown_UntilReplaced()
    {
        string? typed = null;
        var field = Render<SecretField>(p => p.Add(f => f.Label, "Secret key").Add(f => f.IsSet, true).Add(f => f.ValueChanged, value => typed = value));
        Assert.Empty(field.FindAll("input"));

        field.Find("button").Click();
        Assert.Equal("password", field.Find("input").GetAttribute("type"));
        field.Find("input").Change("new secret");

        Assert.Equal("new secret", typed);
    }
}
