using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>What was typed into a zone two seconds before the server was killed is there when it is back.</summary>
public sealed class DraftSafetyTests(Chromium chromium, FirstRun first) : PortalJourney(chromium, first)
{
    // The promise: whatever is older than this is safe.
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Field_ServerKilledTwoSecondsAfterTheLastKey_HoldsWhatWasTyped()
    {
        Expect("_blazor|WebSocket|ERR_CONNECTION|Failed to (fetch|load)|circuit|disconnected|reconnect|AbortError|No interop methods");
        await LetInAsync(Person.Designer);
        var page = await SignInAsync(Person.Designer);
        await page.GotoAsync("/zones/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("draft-zone");
        await page.Button("Create").ClickAsync();
        await page.SeeHeadingAsync("Basics");

        var field = page.GetByLabel("Network domain");
        await field.PressSequentiallyAsync("typed.example.net");
        await Assertions.Expect(field).ToBeFocusedAsync(); // not left: only the rest after the last key saves it
        await Task.Delay(Promise);
        await Portal.KillAsync();
        await Assertions.Expect(page.GetByText("Line lost at")).ToBeVisibleAsync();
        await Portal.RestartAsync();

        await Assertions.Expect(page.GetByText("Line lost at")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByLabel("Network domain")).ToHaveValueAsync("typed.example.net");
        await page.OpenPartAsync("History");
        await Assertions.Expect(page.Content()).ToContainTextAsync("typed.example.net");
    }
}
