using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>The forms of a zone as a pair of hands uses them.</summary>
internal static class ZoneForms
{
    /// <summary>Opens a part of the zone by its tab.</summary>
    public static async Task OpenPartAsync(this IPage page, string title)
    {
        await page.GetByRole(AriaRole.Navigation, new() { NameRegex = new("^Parts of ") }).GetByRole(AriaRole.Link, new() { NameRegex = new($"^{title}") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1, Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Types into a field, leaves it and waits until the page says that it is saved.</summary>
    public static async Task SaveTextAsync(this ILocator place, string label, string value)
    {
        var field = place.GetByLabel(label, new() { Exact = true });
        await field.FillAsync(value);
        await field.BlurAsync();
        await Assertions.Expect(place.Locator(".field").Filter(new() { Has = place.Page.GetByLabel(label, new() { Exact = true }) }).GetByRole(AriaRole.Status)).ToContainTextAsync("saved");
        await Assertions.Expect(field).ToHaveValueAsync(value);
    }

    /// <summary>Looks at what a fix would change, and applies it.</summary>
    public static async Task ApplyFixAsync(this IPage page, string changes)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Table)).ToContainTextAsync(changes);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }

    /// <summary>The page's main part.</summary>
    public static ILocator Content(this IPage page) => page.GetByRole(AriaRole.Main);

    /// <summary>The part of a page that has this heading.</summary>
    public static ILocator Region(this IPage page, string name) => page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Link(this IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public static Task SeeHeadingAsync(this IPage page, string title) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1, Exact = true })).ToBeVisibleAsync();
}
