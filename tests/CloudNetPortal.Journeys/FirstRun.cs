using System.Text.RegularExpressions;
using CloudNetPortal.Testing;
using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>A portal that nobody has used yet, and the way its first administrator comes in.</summary>
public sealed partial class FirstRun : IAsyncLifetime
{
    public const string Name = "ada";
    public const string Password = "a password of the tests";
    private PortalProcess? _portal;

    public PortalProcess Portal => _portal ?? throw new InvalidOperationException("the portal has not started");

    /// <summary>Signs in, as the administrator whom the first caller sets up with the code of the log.</summary>
    public async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/sign-in");
        if (page.Url.EndsWith("/setup", StringComparison.Ordinal))
        {
            await page.GetByLabel("Set-up code").FillAsync(Code().Match(Portal.Output).Value);
            await page.GetByLabel("Full name").FillAsync("Ada Administrator");
            await page.GetByLabel("Sign-in name").FillAsync(Name);
            await page.GetByLabel("Password").FillAsync(Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Create the administrator" }).ClickAsync();
        }
        else
        {
            await page.GetByLabel("Sign-in name").FillAsync(Name);
            await page.GetByLabel("Password").FillAsync(Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Home", Level = 1 })).ToBeVisibleAsync();
    }

    public async ValueTask InitializeAsync() => _portal = await PortalProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null) await _portal.DisposeAsync();
    }

    [GeneratedRegex("(?<=set-up code )[A-Z0-9-]+")]
    private static partial Regex Code();
}
