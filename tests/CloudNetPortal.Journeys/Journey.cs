using System.Text.RegularExpressions;
using CloudNetPortal.Testing;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>
/// A test that walks through the portal in a browser. Whatever a page complains about on its console fails the test at its
/// end, unless the test said that it expects it; a failed test leaves pictures of its pages in artifacts/screenshots/failed.
/// </summary>
public abstract class Journey(Chromium chromium) : IAsyncDisposable
{
    // Two frames: one in which the colours change, one in which they have.
    private const string Settled =
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => Promise.allSettled(document.getAnimations().map(a => a.finished)))";

    private readonly List<IBrowserContext> _windows = [];
    private readonly List<string> _complaints = [];
    private readonly List<Regex> _expected = [];

    /// <summary>What the pages complained about so far, without what was expected.</summary>
    protected IReadOnlyList<string> Complaints
    {
        get { lock (_complaints) return [.. _complaints.Where(c => !_expected.Exists(e => e.IsMatch(c)))]; }
    }

    /// <summary>Opens a window of its own, with its own cookies. Paths given to the page are below the portal's address.</summary>
    protected async Task<IPage> OpenWindowAsync(Uri? portal, Screen? screen = null, ColorScheme scheme = ColorScheme.Light)
    {
        var window = await chromium.NewContextAsync((screen ?? Screen.Desk).Options(portal, scheme));
        _windows.Add(window);
        window.SetDefaultTimeout(15_000);
        window.Console += (_, message) => Record(message.Type == "error", $"console: {message.Text} ({message.Location})");
        window.WebError += (_, error) => Record(true, $"script: {error.Error}");
        window.Response += (_, response) => Record(response.Status >= 500, $"answer: {response.Status} {response.Url}");
        return await window.NewPageAsync();
    }

    /// <summary>Complaints that match are not held against the pages, such as a lost connection in a test that kills the server.</summary>
    protected void Expect(string pattern) => _expected.Add(new Regex(pattern, RegexOptions.IgnoreCase));

    /// <summary>Keeps a picture of the whole page as artifacts/screenshots/NAME.png.</summary>
    protected static async Task TakePictureAsync(IPage page, string name)
    {
        await page.EvaluateAsync("scrollTo(0, 0)");
        await page.ScreenshotAsync(new() { Path = RepositoryFiles.At("artifacts", "screenshots", name + ".png"), FullPage = true });
    }

    /// <summary>
    /// Looks at a page as it stands in light and in dark: keeps pictures, holds serious accessibility findings against it, and on request the
    /// same on a phone, where nothing may stand beyond the edge. The walk goes on; what is found fails the test at its end.
    /// </summary>
    protected async Task LookAsync(IPage page, string name, bool phone = false)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.EvaluateAsync(Settled);
            var findings = await SeriousFindingsAsync(page);
            if (findings.Length > 0)
            {
                // A page may be drawn anew while it is being judged, half of it still in the other colours: only what stays counts.
                await page.EvaluateAsync(Settled);
                findings = await SeriousFindingsAsync(page);
            }

            foreach (var finding in findings) Record(true, $"{name}, {scheme}: {finding}");
            await TakePictureAsync(page, $"{name}-{scheme.ToString().ToLowerInvariant()}");
        }

        if (!phone) return;
        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        var width = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
        Record(width > Screen.Phone.Width, $"{name}: {width} px wide on a phone of {Screen.Phone.Width} px");
        await TakePictureAsync(page, $"{name}-phone");
        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
    }

    /// <summary>Fails with the list of everything on the page that axe calls serious or critical.</summary>
    protected static async Task AssertAccessibleAsync(IPage page)
    {
        var serious = await SeriousFindingsAsync(page);
        Assert.True(serious.Length == 0, $"{page.Url} has {serious.Length} serious accessibility findings:\n{string.Join('\n', serious)}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed || Complaints.Count > 0;
        foreach (var (number, page) in _windows.SelectMany(w => w.Pages).Index())
        {
            if (failed) await TakePictureAsync(page, Path.Combine("failed", $"{FileName()}-{number}"));
        }

        foreach (var window in _windows) await window.CloseAsync();
        Assert.True(Complaints.Count == 0, $"{Complaints.Count} complaints of the pages:\n{string.Join('\n', Complaints)}");
    }

    private static async Task<string[]> SeriousFindingsAsync(IPage page) =>
    [
        .. (await page.RunAxe()).Violations
            .Where(v => v.Impact is "serious" or "critical")
            .SelectMany(v => v.Nodes.Select(n => $"{v.Impact} {v.Id}: {v.Help}\n    {n.Target}  {n.Html}")),
    ];

    private static string FileName() =>
        string.Concat((TestContext.Current.TestCase?.TestCaseDisplayName ?? "test").Select(c => char.IsLetterOrDigit(c) || c is '_' or '.' ? c : '-'));

    private void Record(bool counts, string complaint)
    {
        if (counts) lock (_complaints) _complaints.Add(complaint);
    }
}
