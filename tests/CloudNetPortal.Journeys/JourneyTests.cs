using Microsoft.Playwright;
using Xunit.Sdk;

namespace CloudNetPortal.Journeys;

/// <summary>The journeys' own instruments: what must fail a journey does.</summary>
public sealed class JourneyTests(Chromium chromium) : Journey(chromium)
{
    [Fact]
    public async Task AssertAccessible_FieldWithoutALabel_Fails()
    {
        var page = await OpenWindowAsync(null);
        await page.SetContentAsync(Page("<input>"));
        var failure = await Assert.ThrowsAsync<TrueException>(() => AssertAccessibleAsync(page));
        Assert.Contains("label", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssertAccessible_FieldWithALabel_Passes()
    {
        var page = await OpenWindowAsync(null);
        await page.SetContentAsync(Page("<label>Zone <input></label>"));
        await AssertAccessibleAsync(page);
    }

    [Fact]
    public async Task Complaints_ErrorOnTheConsole_IsKeptUnlessExpected()
    {
        var page = await OpenWindowAsync(null);
        await page.SetContentAsync(Page("<script>console.error('lost the cable'); console.log('fine')</script>"));
        await page.EvaluateAsync("1");
        Assert.Contains("lost the cable", Assert.Single(Complaints), StringComparison.Ordinal);
        Expect("lost the cable");
        Assert.Empty(Complaints);
    }

    [Theory]
    [InlineData(true, ColorScheme.Dark, 390)]
    [InlineData(false, ColorScheme.Light, 1280)]
    public async Task OpenWindow_OfAScreenAndScheme_HasItsWidthAndColours(bool phone, ColorScheme scheme, int width)
    {
        var page = await OpenWindowAsync(null, phone ? Screen.Phone : Screen.Desk, scheme);
        await page.SetContentAsync("<!doctype html><meta name=viewport content='width=device-width'>");
        Assert.Equal(width, await page.EvaluateAsync<int>("innerWidth"));
        Assert.Equal(scheme == ColorScheme.Dark, await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches"));
    }

    private static string Page(string main) => $"<!doctype html><html lang=en><title>t</title><main><h1>t</h1>{main}</main>";
}
