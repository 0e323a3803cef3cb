using CloudNetPortal.Journeys;
using CloudNetPortal.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace CloudNetPortal.Journeys;

/// <summary>
/// The browser all journeys share: the distribution's own Chromium (or CLOUDNET_CHROMIUM), driven by the Node.js that the
/// Playwright package carries. Nothing is downloaded.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    // No sandbox: CI runs as root. The rest keeps Chromium from calling its maker, which a closed network refuses noisily.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A window without cookies; <see cref="Journey" /> opens them for tests.</summary>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options) =>
        (_browser ?? throw new InvalidOperationException("Chromium has not started")).NewContextAsync(options);

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CLOUDNET_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        Assert.True(File.Exists(path), $"no Chromium at {path}: apt-get install chromium, run tests/run.sh, or set CLOUDNET_CHROMIUM");
        Directory.CreateDirectory(RepositoryFiles.At("artifacts", "screenshots"));
        Assertions.SetDefaultExpectTimeout(20_000); // as long as a busy machine may take
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags, Headless = true });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
