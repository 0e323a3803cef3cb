using System.Text.RegularExpressions;
using CloudNetPortal.Testing;
using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>A journey of several people through one portal: how they come in, and what more than one journey does.</summary>
public abstract class PortalJourney(Chromium chromium, FirstRun first) : Journey(chromium), IClassFixture<FirstRun>
{
    protected PortalProcess Portal => first.Portal;

    /// <summary>The administrator of the set-up page lets people in.</summary>
    private protected async Task<IPage> LetInAsync(params IEnumerable<Person> people)
    {
        var page = await OpenWindowAsync(Portal.Address);
        await first.SignInAsync(page);
        foreach (var person in people)
        {
            await page.GotoAsync("/admin/people/new");
            await page.GetByLabel("Full name").FillAsync(person.Name);
            await page.GetByLabel("Sign-in name").FillAsync(person.SignInName);
            await page.GetByLabel("Password").FillAsync(Person.Password);
            foreach (var role in person.Roles) await page.GetByRole(AriaRole.Group, new() { Name = "Roles" }).GetByRole(AriaRole.Checkbox, new() { NameRegex = new($"^{role}", RegexOptions.IgnoreCase) }).CheckAsync();
            foreach (var team in person.Teams) await page.GetByRole(AriaRole.Group, new() { Name = "Teams" }).GetByRole(AriaRole.Checkbox, new() { NameRegex = new($"^{team}", RegexOptions.IgnoreCase) }).CheckAsync();
            await page.Button("Add the person").ClickAsync();
            await page.SeeHeadingAsync("People");
        }

        return page;
    }

    /// <summary>Somebody comes in, in a window of their own.</summary>
    private protected async Task<IPage> SignInAsync(Person person)
    {
        var page = await OpenWindowAsync(Portal.Address);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Sign-in name").FillAsync(person.SignInName);
        await page.GetByLabel("Password").FillAsync(Person.Password);
        await page.Button("Sign in").ClickAsync();
        await page.SeeHeadingAsync("Home");
        return page;
    }

    /// <summary>An operator adds a cloud with its key and tests the connection.</summary>
    private protected static async Task AddCloudAsync(IPage page, string name, string kind, PracticeCloud cloud)
    {
        await page.GotoAsync("/clouds/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Kind").SelectOptionAsync(kind);
        await page.GetByLabel("API address").FillAsync(cloud.Endpoint.ToString());
        await page.Button("Add cloud").ClickAsync();
        await page.SeeHeadingAsync(name);
        await page.GetByLabel("API key, push key").FillAsync(cloud.Key);
        await page.GetByLabel("Secret key, push key").FillAsync(cloud.Secret);
        await page.Region("Push key").GetByRole(AriaRole.Button, new() { Name = "Store key pair" }).ClickAsync();
        await Assertions.Expect(page.Region("Push key")).ToContainTextAsync("secret stored");
        await page.Button("Test connection").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Connection" })).ToContainTextAsync("works");
    }

    /// <summary>Brings files to the page of imports and sees what they are taken for.</summary>
    private protected static async Task BringAsync(IPage page, params IEnumerable<(string Name, byte[] Content)> files)
    {
        await page.GotoAsync("/import");
        await Assertions.Expect(page.GetByLabel("Drop files here, or choose them")).ToBeEnabledAsync();
        await page.GetByLabel("Drop files here, or choose them").SetInputFilesAsync(files.Select(f => new FilePayload { Name = f.Name, MimeType = "application/octet-stream", Buffer = f.Content }));
        await Assertions.Expect(page.Region("Files of the import")).ToBeVisibleAsync();
    }

    /// <summary>Goes to a step of an import.</summary>
    private protected static async Task StepAsync(IPage page, string title)
    {
        await page.GetByRole(AriaRole.List, new() { Name = "Steps of the import" }).GetByRole(AriaRole.Link, new() { NameRegex = new($"^{title}") }).ClickAsync();
        await Assertions.Expect(page.Locator("[aria-current=step]")).ToContainTextAsync(title);
    }

    /// <summary>Makes a zone of a design among the zones of an import, and opens it.</summary>
    private protected static async Task AcceptZoneAsync(IPage page, string zone)
    {
        await page.Button($"Accept as zone {zone}").ClickAsync();
        await page.Link($"Open zone {zone}").ClickAsync();
        await page.SeeHeadingAsync("Basics");
    }

    /// <summary>Submits the zone that is open; its change is open afterwards.</summary>
    private protected static async Task SubmitAsync(IPage page, string title)
    {
        await page.Button("Submit").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Title").FillAsync(title);
        await dialog.GetByLabel("Why", new() { Exact = true }).FillAsync("The three hosts are racked and cabled.");
        var warnings = dialog.GetByLabel("Why they may stay");
        if (await warnings.IsVisibleAsync()) await warnings.FillAsync("Seen, and good enough for a first build.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new($"^CH-[0-9]+ {title}"), Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>Begins the push of the approved change that is open: ticks what cannot be undone, types the zone's name where that is asked.</summary>
    private protected static async Task StartPushAsync(IPage page, string zone)
    {
        await page.Button("Push").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("exactly those of the approved plan");
        foreach (var step in await dialog.GetByRole(AriaRole.Checkbox).AllAsync()) await step.CheckAsync();
        if (await dialog.GetByLabel($"Type the name of the zone: {zone}").IsVisibleAsync())
        {
            await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Start" })).ToBeDisabledAsync();
            await dialog.GetByLabel($"Type the name of the zone: {zone}").FillAsync(zone);
        }

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.SeeHeadingAsync($"Push of {zone}");
    }

    /// <summary>What stands in the timeline of the push that is open: number, object and call of each step, and which are done.</summary>
    private protected static async Task<(IReadOnlyList<string> Steps, IReadOnlyList<string> Done)> TimelineAsync(IPage page)
    {
        var rows = page.Region("Steps of the push").GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader) });
        await Assertions.Expect(rows.First).ToBeVisibleAsync();
        var cells = await rows.EvaluateAllAsync<string[][]>("rows => rows.map(row => [...row.cells].map(cell => cell.textContent.trim()))");
        string Text(string[] row) => $"{row[0]} {row[2]} {row[3]}";
        return ([.. cells.Select(Text)], [.. cells.Where(row => row[1] is "Done" or "Found" or "Adopted").Select(Text)]);
    }
}
