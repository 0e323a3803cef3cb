using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CloudNetPortal.Benchmarks;

/// <summary>A portal of its own with a large zone in it, and somebody in front of it who may do everything.</summary>
internal sealed partial class PanelPortal : IAsyncDisposable
{
    private const string SignInName = "ada", Password = "a password of the benchmark";
    private static readonly string[] Roles = ["Administrator", "CatalogueEditor", "ZoneDesigner", "Approver", "Operator", "Auditor"];
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];
    private readonly PortalProcess _portal;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private IBrowserContext? _window;

    private PanelPortal(PortalProcess portal, IPlaywright playwright, IBrowser browser) => (_portal, _playwright, _browser) = (portal, playwright, browser);

    /// <summary>The large zone.</summary>
    public Guid Zone { get; private set; }

    /// <summary>Starts it; the zone has that many hosts.</summary>
    public static async Task<PanelPortal> StartAsync(int hosts)
    {
        var portal = await PortalProcess.StartAsync(sample: false, new Dictionary<string, string> { ["Logging__LogLevel__CloudNetPortal"] = "Debug" });
        var playwright = await Playwright.CreateAsync();
        var path = Environment.GetEnvironmentVariable("CLOUDNET_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        var made = new PanelPortal(portal, playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags, Headless = true }));
        await made.SignInAsync();
        await made.SeedAsync(hosts);
        return made;
    }

    /// <summary>Opens a page of the portal; its script counts and takes times.</summary>
    public Task<IPage> OpenAsync(string path) => OpenAsync(_window!, path);

    /// <summary>The same in a window of its own: a page behind another one is drawn once a second only.</summary>
    public async Task<IPage> OpenBesideAsync(string path)
    {
        var beside = await _browser.NewContextAsync(Look(await _window!.StorageStateAsync()));
        beside.SetDefaultTimeout(120_000);
        return await OpenAsync(beside, path);
    }

    private static async Task<IPage> OpenAsync(IBrowserContext window, string path)
    {
        var page = await window.NewPageAsync();
        await page.AddInitScriptAsync(PanelScript.Text);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>What REST says of the zone.</summary>
    public async Task<FindingCounts> CountsAsync()
    {
        var answer = await _window!.APIRequest.GetAsync($"/api/v1/zones/{Zone}/findings/counts");
        return JsonSerializer.Deserialize<FindingCounts>(await answer.TextAsync(), JsonSerializerOptions.Web)!;
    }

    /// <summary>Processor time of the portal so far, in milliseconds.</summary>
    public double Cpu
    {
        get
        {
            var fields = File.ReadAllText($"/proc/{_portal.ProcessId}/stat").Split(") ")[1].Split(' ');
            return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) * 10.0;
        }
    }

    /// <summary>Memory of the portal, in megabytes.</summary>
    public long Megabytes => long.Parse(File.ReadAllText($"/proc/{_portal.ProcessId}/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize / 1048576;

    /// <summary>Its log.</summary>
    public string Log => _portal.Output;

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _portal.DisposeAsync();
    }

    private async Task SignInAsync()
    {
        _window = await _browser.NewContextAsync(Look(null));
        _window.SetDefaultTimeout(120_000);
        var page = await _window.NewPageAsync();
        await page.GotoAsync("/setup");
        await page.GetByLabel("Set-up code").FillAsync(Code().Match(_portal.Output).Value);
        await page.GetByLabel("Full name").FillAsync("Ada Administrator");
        await page.GetByLabel("Sign-in name").FillAsync(SignInName);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the administrator" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Home", Level = 1 }).WaitForAsync();
        await using (var db = Store())
        {
            var user = await db.Users.SingleAsync();
            user.Roles = [.. Roles];
            await db.SaveChangesAsync();
        }

        // A sign-in holds the roles of its moment.
        await _window.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Sign-in name").FillAsync(SignInName);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Home", Level = 1 }).WaitForAsync();
        await page.CloseAsync();
    }

    private BrowserNewContextOptions Look(string? signedIn) =>
        new() { BaseURL = _portal.Address.ToString(), ViewportSize = new() { Width = 1280, Height = 800 }, ReducedMotion = ReducedMotion.Reduce, Locale = "en-GB", StorageState = signedIn };

    private async Task SeedAsync(int hosts)
    {
        var now = TimeProvider.System.GetUtcNow();
        var large = LargeZone.Of(hosts, now);
        foreach (var some in large.Catalogue.Devices.Chunk(50).Cast<object[]>().Concat(large.Catalogue.Cables.Chunk(1000)).Concat(large.Catalogue.Neighbours.Chunk(1000)).Concat(large.Catalogue.Prefixes.Chunk(1000)))
        {
            await using var part = Store();
            part.AddRange(some);
            await part.SaveChangesAsync();
        }

        await using var db = Store();
        var by = (await db.Users.SingleAsync()).Id;
        var zone = new Zone { Name = large.Design.Name, Kind = large.Design.Kind, PolicyPack = "production", CreatedBy = by, CreatedAt = now };
        zone.Replace(large.Design, by, now);
        db.Zones.Add(zone);
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("analyze");
        Zone = zone.Id;
    }

    private PortalDbContext Store()
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalStore(_portal.ConnectionString, TimeProvider.System);
        return new PortalDbContext(options.Options);
    }

    [GeneratedRegex("(?<=set-up code )[A-Z0-9-]+")]
    private static partial Regex Code();
}
