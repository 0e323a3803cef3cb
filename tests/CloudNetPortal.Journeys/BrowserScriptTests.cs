using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>Blazor's browser script is taken from an older runtime (build/BlazorScript.targets); here it proves itself on real pages.</summary>
public sealed class BrowserScriptTests(Chromium chromium, FirstRun first) : Journey(chromium), IClassFixture<FirstRun>
{
    [Fact]
    public async Task Setup_WithTheCodeOfTheLog_OpensTheFirstPageOverACircuit()
    {
        var page = await OpenWindowAsync(first.Portal.Address);
        var sockets = new List<string>();
        page.WebSocket += (_, socket) => sockets.Add(socket.Url);

        await first.SignInAsync(page);

        Assert.Contains(sockets, url => url.Contains("/_blazor", StringComparison.Ordinal));
        await AssertAccessibleAsync(page);
    }

    [Fact]
    public async Task Page_ServerKilledAndStartedAgain_ComesBackByItself()
    {
        Expect("_blazor|WebSocket|ERR_CONNECTION|Failed to (fetch|load)|circuit|disconnected|reconnect|AbortError");
        var page = await OpenWindowAsync(first.Portal.Address);
        await first.SignInAsync(page);
        await page.EvaluateAsync("document.title = 'before the server went'");

        await first.Portal.KillAsync();
        await Assertions.Expect(page.GetByText("Line lost at")).ToBeVisibleAsync();
        await first.Portal.RestartAsync();

        await Assertions.Expect(page).ToHaveTitleAsync("Home · CloudNetPortal", new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Home", Level = 1 })).ToBeVisibleAsync();
    }
}
