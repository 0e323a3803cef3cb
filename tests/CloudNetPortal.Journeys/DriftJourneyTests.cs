using CloudNetPortal.Testing;
using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>A zone that exists on a cloud is brought in; somebody changes it behind the portal's back; that is found, and taken back by a change.</summary>
public sealed class DriftJourneyTests(Chromium chromium, FirstRun first) : PortalJourney(chromium, first)
{
    [Fact]
    public async Task LiveZone_ImportedChangedBehindOurBackAndReverted_IsAsPushed()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        using var look = new CloudLook(cloud);
        // The zone is older than the portal: the command line made it.
        var folder = Directory.CreateTempSubdirectory("cloudnet-journey-").FullName;
        var made = await CloudnetProgram.RunAsync(cloud, ["push", RepositoryFiles.Beside("MainJob/advanced.cfg"), "--pack", "lab", "--journal", Path.Combine(folder, "journal")]);
        Assert.True(made.Status == 0, made.Text + made.Errors);
        Directory.Delete(folder, recursive: true);

        await LetInAsync(Person.Designer, Person.Operator);
        var operates = await SignInAsync(Person.Operator);
        await AddCloudAsync(operates, "Practice", "practice", cloud);
        var address = new Uri(operates.Url).AbsolutePath;

        var page = await SignInAsync(Person.Designer);
        await page.GotoAsync(address);
        await page.Link("Import a zone").ClickAsync();
        await page.SeeHeadingAsync("Import an existing zone");
        await LookAsync(page, "import-zone-choose", phone: true);
        await page.Button("Read lab1").ClickAsync();
        await page.SeeHeadingAsync("Import lab1");
        await Assertions.Expect(page.Region("Not known").First).ToBeVisibleAsync();
        await LookAsync(page, "import-zone-preview", phone: true);
        await page.GetByLabel("User name of hosts").FillAsync("root");
        await page.GetByLabel("Policy pack").SelectOptionAsync("lab");
        await page.Button("Bring in lab1").ClickAsync();
        await page.SeeHeadingAsync("Basics");

        var zone = new Uri(page.Url).AbsolutePath.Split('/')[2];
        await page.GotoAsync($"/zones/{zone}/drift");
        await page.SeeHeadingAsync("Drift of lab1");
        await page.Button("Read now").ClickAsync();
        await Assertions.Expect(page.GetByText("Read: all is as pushed.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await LookAsync(page, "drift-none");

        var cloudZone = Assert.Single(await look.ListAsync("listZones")).GetProperty("id").GetString()!;
        await look.ListAsync("updateZone", ("id", cloudZone), ("dns1", "10.20.0.99"));
        await page.Button("Read now").ClickAsync();
        var row = page.Region("Differences").GetByRole(AriaRole.Row).Filter(new() { HasText = "dns1" });
        await Assertions.Expect(row).ToContainTextAsync("10.20.0.99", new() { Timeout = 30_000 });
        await Assertions.Expect(row).ToContainTextAsync("admin");
        await LookAsync(page, "drift-found", phone: true);
        await page.GotoAsync("/drift");
        await Assertions.Expect(page.Region("Drift of zones").GetByRole(AriaRole.Row).Filter(new() { HasText = "lab1" })).ToContainTextAsync("Drift");
        await LookAsync(page, "drift-overview", phone: true);
        await page.GotoAsync($"/zones/{zone}/drift");
        await page.SeeHeadingAsync("Drift of lab1");

        // By keyboard: choose the row, then revert it.
        await page.GetByLabel("Choose zone lab1 dns1").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.GetByText("1 row chosen")).ToBeVisibleAsync();
        await page.Button("Revert").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^CH-[0-9]+ Revert drift of lab1"), Level = 1 })).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await operates.GotoAsync(new Uri(page.Url).AbsolutePath);
        await StartPushAsync(operates, "lab1");
        await Assertions.Expect(operates.Region("Proof").GetByRole(AriaRole.Status)).ToContainTextAsync("0 differences", new() { Timeout = 120_000 });
        Assert.Equal("10.20.0.53", Assert.Single(await look.ListAsync("listZones")).GetProperty("dns1").GetString());
        await page.GotoAsync($"/zones/{zone}/drift");
        await page.Button("Read now").ClickAsync();
        await Assertions.Expect(page.GetByText("Read: all is as pushed.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }
}
