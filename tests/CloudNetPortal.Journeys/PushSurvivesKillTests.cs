using CloudNetPortal.Testing;
using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>The portal is killed while a call of a push is under way; started again it goes on by itself and proves a zone without twins.</summary>
public sealed class PushSurvivesKillTests(Chromium chromium, FirstRun first) : PortalJourney(chromium, first)
{
    [Fact]
    public async Task Push_PortalKilledInTheMiddle_GoesOnByItselfAndEndsWithoutDifferences()
    {
        Expect("_blazor|WebSocket|ERR_CONNECTION|Failed to (fetch|load)|circuit|disconnected|reconnect|AbortError|No interop methods");
        await using var cloud = await PracticeCloud.StartAsync();
        using var look = new CloudLook(cloud);
        await LetInAsync(Person.Designer, Person.Operator);
        var operates = await SignInAsync(Person.Operator);
        await AddCloudAsync(operates, "Practice", "practice", cloud);

        var page = await SignInAsync(Person.Designer);
        await BringAsync(page, ("advanced.cfg", await File.ReadAllBytesAsync(RepositoryFiles.Beside("MainJob/advanced.cfg"))));
        await StepAsync(page, "Zones");
        await AcceptZoneAsync(page, "lab1");
        await page.OpenPartAsync("Summary");
        await page.GetByLabel("Policy pack").SelectOptionAsync("lab");
        await page.GetByLabel("Target cloud").SelectOptionAsync(new SelectOptionValue { Label = "Practice (practice)" });
        await Assertions.Expect(page.GetByText("for Practice")).ToBeVisibleAsync();
        await Assertions.Expect(page.Link("no errors")).ToBeVisibleAsync();
        await SubmitAsync(page, "lab1 to practise");

        await look.SetFaultAsync("command=createPod;nth=1;kind=delay;milliseconds=8000");
        await operates.GotoAsync(new Uri(page.Url).AbsolutePath);
        await StartPushAsync(operates, "lab1");
        await Assertions.Expect(operates.Region("Steps of the push").GetByRole(AriaRole.Row).Filter(new() { HasText = "createPod" })).ToContainTextAsync("Running", new() { Timeout = 60_000 });
        var before = await TimelineAsync(operates);
        await Portal.KillAsync();
        await Assertions.Expect(operates.GetByText("Line lost at")).ToBeVisibleAsync();
        await Portal.RestartAsync();

        await Assertions.Expect(operates.GetByText("Line lost at")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(operates.Region("Proof").GetByRole(AriaRole.Status)).ToContainTextAsync("0 differences", new() { Timeout = 180_000 });
        Assert.Equal(before.Steps, (await TimelineAsync(operates)).Done);
        Assert.Equal("Enabled", Assert.Single(await look.ListAsync("listZones")).GetProperty("allocationstate").GetString());
        Assert.Equal(["lab-net"], await look.NamesAsync("listPhysicalNetworks"));
        Assert.Equal(["pod1"], await look.NamesAsync("listPods"));
        Assert.Equal(["c1"], await look.NamesAsync("listClusters"));
        Assert.Single(await look.ListAsync("listHosts", ("type", "Routing")));
        Assert.Single(await look.ListAsync("listVlanIpRanges"));
        Assert.Equal(1, (await look.ChangesAsync())["createPod"]);
    }
}
