using System.Text.RegularExpressions;
using CloudNetPortal.Testing;
using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>
/// A change is rehearsed with faults; its push is refused late and stands still with the reason; the operator takes it back, after which the cloud is as it was
/// before, and the same change can be pushed once more.
/// </summary>
public sealed class TakeBackJourneyTests(Chromium chromium, FirstRun first) : PortalJourney(chromium, first)
{
    private const string Refusal = "Failed to mount nfs://10.20.200.5/export/primary on kvm1";

    private static readonly string[] Lists =
    [
        "listZones", "listPhysicalNetworks", "listPods", "listClusters", "listHosts", "listStoragePools", "listImageStores", "listVlanIpRanges", "listStorageNetworkIpRange", "listSystemVms", "listVolumes",
        "listNetworks", "listNetworkServiceProviders", "listPublicIpAddresses", "listDedicatedGuestVlanRanges", "listAnnotations", "listConfigurations",
    ];

    [Fact]
    public async Task Push_RehearsedThenRefusedLate_IsTakenBackAndLeavesTheCloudAsBefore()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        using var look = new CloudLook(cloud);
        var before = await HeldAsync(look);
        Assert.DoesNotContain(before, held => held.StartsWith("listZones", StringComparison.Ordinal));
        await LetInAsync(Person.Designer, Person.Operator);
        var operates = await SignInAsync(Person.Operator);
        await AddCloudAsync(operates, "Practice", "practice", cloud);
        var page = await SignInAsync(Person.Designer);
        var change = await SubmitSampleAsync(page);

        await look.ForgetCallsAsync();
        await RehearseAsync(page);
        Assert.Empty(await look.ChangesAsync());
        Assert.Equal(before, await HeldAsync(look));

        await operates.GotoAsync(change);
        await Assertions.Expect(Card(operates)).ToContainTextAsync("Passed");
        await look.SetFaultAsync($"command=createStoragePool;kind=refuse;code=530;text={Refusal}");
        await StartPushAsync(operates, "lab1");
        await SeeItStoppedAsync(operates);
        Assert.NotEqual(before, await HeldAsync(look));

        await TakeBackAsync(operates);
        Assert.Equal(before, await HeldAsync(look));

        // Nothing is left of the first push that could stand in the way of the second.
        await look.ClearFaultsAsync();
        await operates.GotoAsync(change);
        await Assertions.Expect(operates.Link("Open the push")).ToBeVisibleAsync();
        await LookAsync(operates, "take-back-05-change-afterwards", phone: true);
        await StartPushAsync(operates, "lab1");
        await Assertions.Expect(operates.Region("Proof").GetByRole(AriaRole.Status)).ToContainTextAsync("0 differences", new() { Timeout = 120_000 });
        Assert.Equal("Enabled", Assert.Single(await look.ListAsync("listZones")).GetProperty("allocationstate").GetString());
        Assert.Single(await look.ListAsync("listStoragePools"));
    }

    private static async Task<string> SubmitSampleAsync(IPage page)
    {
        await BringAsync(page, ("advanced.cfg", await File.ReadAllBytesAsync(RepositoryFiles.Beside("MainJob/advanced.cfg"))));
        await StepAsync(page, "Zones");
        await AcceptZoneAsync(page, "lab1");
        await page.OpenPartAsync("Summary");
        await page.GetByLabel("Policy pack").SelectOptionAsync("lab");
        await page.GetByLabel("Target cloud").SelectOptionAsync(new SelectOptionValue { Label = "Practice (practice)" });
        await Assertions.Expect(page.GetByText("for Practice")).ToBeVisibleAsync();
        await Assertions.Expect(page.Link("no errors")).ToBeVisibleAsync();
        await SubmitAsync(page, "lab1 to practise");
        return new Uri(page.Url).AbsolutePath;
    }

    // Held by the portal on a cloud of its own; what came of it stays with the change.
    private async Task RehearseAsync(IPage page)
    {
        await Assertions.Expect(Card(page)).ToContainTextAsync("Not rehearsed yet");
        await LookAsync(page, "rehearsal-01-none");
        await page.Button("Rehearse with faults").ClickAsync();
        await Assertions.Expect(Card(page).GetByRole(AriaRole.Status)).ToContainTextAsync(new Regex("Waiting|Running"));
        await Assertions.Expect(page.Button("Rehearse with faults")).ToBeHiddenAsync();
        await Assertions.Expect(Card(page).GetByRole(AriaRole.Status)).ToContainTextAsync("Passed", new() { Timeout = 120_000 });
        await Assertions.Expect(Card(page)).ToContainTextAsync("with faults drawn from");
        var result = await Card(page).InnerTextAsync();
        await page.ReloadAsync();
        await Assertions.Expect(Card(page)).ToHaveTextAsync(result, new() { UseInnerText = true });
        await Card(page).GetByText("put in its way").ClickAsync();
        await Assertions.Expect(Card(page).GetByRole(AriaRole.Listitem).First).ToContainTextAsync(new Regex("^(create|add|update|configure)[A-Za-z]+: "));
        await LookAsync(page, "rehearsal-02-passed", phone: true);
    }

    private async Task SeeItStoppedAsync(IPage page)
    {
        var refused = page.Region("Steps of the push").GetByRole(AriaRole.Row).Filter(new() { HasText = "createStoragePool" });
        await Assertions.Expect(refused).ToContainTextAsync(Refusal, new() { Timeout = 120_000 });
        await Assertions.Expect(page.GetByText("Stopped", new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Button("Take back …")).ToBeVisibleAsync();
        await LookAsync(page, "take-back-01-stopped", phone: true);
    }

    // Shown call by call, agreed to, carried out as a push of its own.
    private async Task TakeBackAsync(IPage page)
    {
        var stopped = new Uri(page.Url).AbsolutePath;
        var made = (await TimelineAsync(page)).Done;
        Assert.Contains(made, step => step.Contains("createZone", StringComparison.Ordinal));
        await page.Button("Take back …").ClickAsync();
        var form = page.GetByRole(AriaRole.Region, new() { Name = "Take this push back" });
        var plan = form.GetByRole(AriaRole.Region, new() { Name = "Plan", Exact = true });
        foreach (var call in (string[])["deleteHost", "deleteCluster", "deletePod", "deletePhysicalNetwork", "deleteZone"])
        {
            await Assertions.Expect(plan.GetByText(call, new() { Exact = true })).ToHaveCountAsync(1);
        }

        await Assertions.Expect(plan.GetByText("deleteStoragePool", new() { Exact = true })).ToHaveCountAsync(0);
        await LookAsync(page, "take-back-02-plan", phone: true);
        var steps = await plan.GetByRole(AriaRole.Rowheader).CountAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Take back", Exact = true }).ClickAsync();

        await page.SeeHeadingAsync("Taking back a push of lab1");
        await page.WaitForURLAsync(url => url.Contains("/pushes/", StringComparison.Ordinal) && !url.EndsWith(stopped, StringComparison.Ordinal));
        await Assertions.Expect(page.GetByText("Takes back an earlier push of this change")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).Locator("..")).ToContainTextAsync("Done", new() { Timeout = 120_000 });
        var carriedOut = await TimelineAsync(page);
        Assert.Equal(steps, carriedOut.Steps.Count);
        await LookAsync(page, "take-back-03-done", phone: true);
        await page.GotoAsync(stopped);
        await page.SeeHeadingAsync("Push of lab1");
        await Assertions.Expect(page.GetByText("Cancelled", new() { Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Link("Taken back")).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("Take back …")).ToHaveCountAsync(0);
        await LookAsync(page, "take-back-04-cancelled");
    }

    private static ILocator Card(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Rehearsal", Exact = true });

    // Everything that the cloud lists, each object in a line.
    private static async Task<IReadOnlyList<string>> HeldAsync(CloudLook look)
    {
        List<string> held = [];
        foreach (var list in Lists) held.AddRange((await look.ListAsync(list)).Select(o => $"{list} {o.GetRawText()}"));
        return held;
    }
}
