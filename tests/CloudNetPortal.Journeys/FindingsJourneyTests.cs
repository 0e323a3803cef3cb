using System.Diagnostics;
using System.Text.RegularExpressions;
using CloudNetPortal.Testing;
using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>
/// A zone of 64 hosts with three faults: they are found, understood from their sentences, two are mended by what the portal offers, one is waived by the
/// people who may, and then the zone is approved.
/// </summary>
public sealed class FindingsJourneyTests(Chromium chromium, FirstRun first) : PortalJourney(chromium, first)
{
    private const string Cloud = "Amsterdam production";

    [Fact]
    public async Task ZoneOf64Hosts_WithThreeFaults_IsMendedWaivedAndApproved()
    {
        await using var cloud = await PracticeCloud.StartAsync();
        var zone = new SeededZone(64);
        await LetInAsync([Person.Designer, Person.Operator, .. Person.Approvers.Values]);
        await zone.PutAsync(Portal.ConnectionString);
        await AddCloudAsync(await SignInAsync(Person.Operator), Cloud, "production", cloud);

        var page = await SignInAsync(Person.Designer);
        await BringAsync(page, ("ams1.json", zone.File));
        await StepAsync(page, "Zones");
        await AcceptZoneAsync(page, "ams1");
        await FindAsync(page);
        await TypeAsync(page);
        await MendAsync(page);
        await WaiveAsync(page);
        await AgreeAsync(page);
        var change = await SubmitOnceWarningsAreNotedAsync(page);
        await ApproveAsync(change);
        await LookAroundAsync(page, change);
    }

    // What, where, why and how to mend it stand in the sentences.
    private async Task FindAsync(IPage page)
    {
        await page.OpenPartAsync("Findings");
        await Assertions.Expect(page.Link("3 errors")).ToBeVisibleAsync();
        await Assertions.Expect(Panel(page).GetByRole(AriaRole.Status).Filter(new() { HasText = "findings:" })).ToContainTextAsync("3 errors");
        var vlan = Error(page, "CNP5101");
        await Assertions.Expect(vlan).ToContainTextAsync("VLANs 940–960 of guest-a do not reach kvm-07: kvm-07 eno4 → pp-a3:14 → sw-b1 Eth1/7 allows 300, 900–939, 961–1000.");
        await Assertions.Expect(vlan).ToContainTextAsync("The other leg (eno3 → sw-a1 Eth1/7) carries 300, 900–1000.");
        await Assertions.Expect(vlan).ToContainTextAsync("CloudStack never looks: the instance runs, and its packets are lost");
        await Assertions.Expect(Error(page, "CNP3102")).ToContainTextAsync("gives the bridge name brbondguest-1000: 16 characters, Linux allows 15");
        await Assertions.Expect(Error(page, "CNP8001")).ToContainTextAsync("Pod pod-1 has a storage range, pod-2 has none");
        await LookAsync(page, "findings-01-found", phone: true);

        await Panel(page).GetByLabel("Search findings").PressSequentiallyAsync("sw-b1 eth1/7");
        await Assertions.Expect(Panel(page).GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        await Panel(page).GetByLabel("Search findings").FillAsync("");
        await Panel(page).GetByLabel("Group by").SelectOptionAsync("object");
        await Assertions.Expect(Panel(page).GetByRole(AriaRole.Heading, new() { NameRegex = new("^host kvm-07") })).ToBeVisibleAsync();
        await Panel(page).GetByLabel("Group by").SelectOptionAsync("team");
        await Assertions.Expect(Panel(page).GetByRole(AriaRole.Heading, new() { NameRegex = new("^storage") })).ToBeVisibleAsync();
        await Panel(page).GetByLabel("Group by").SelectOptionAsync("rule");

        await vlan.GetByRole(AriaRole.Link, new() { Name = "Explain" }).ClickAsync();
        await page.SeeHeadingAsync("Guest VLANs must be trunked to every host");
        await page.GoBackAsync();
        await Error(page, "CNP8001").GetByRole(AriaRole.Link, new() { Name = "Go to the field" }).ClickAsync();
        await page.SeeHeadingAsync("Pods");
        await Assertions.Expect(page.Locator("[id^='f-pods/p2']").Locator(":focus").Or(page.Locator("[id^='f-pods/p2']:focus-within")).First).ToBeVisibleAsync();
    }

    // The finding stands beside the field soon after the last key, and the keys are all there.
    private async Task TypeAsync(IPage page)
    {
        await page.OpenPartAsync("Networks");
        var field = page.Content().GetByLabel("Guest VLANs", new() { Exact = true }).Last;
        await field.FillAsync("");
        await field.PressSequentiallyAsync("900-5000", new() { Delay = 20 });
        await Assertions.Expect(field).ToHaveValueAsync("900-5000");
        var clock = Stopwatch.StartNew();
        await field.BlurAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        TestContext.Current.SendDiagnosticMessage($"finding beside the field {clock.ElapsedMilliseconds} ms after it was left");
        await LookAsync(page, "findings-02-beside-the-field");
        await field.FillAsync("900-1000");
        await field.BlurAsync();
        await Assertions.Expect(field).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await page.OpenPartAsync("Findings");
        await Assertions.Expect(page.Link("3 errors")).ToBeVisibleAsync();
    }

    private async Task MendAsync(IPage page)
    {
        await Error(page, "CNP5101").GetByRole(AriaRole.Button, new() { Name = "Add 940–960 to sw-b1 Eth1/7" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Table)).ToContainTextAsync("300, 900–939, 961–1000");
        await LookAsync(page, "findings-03-fix", phone: true);
        await page.ApplyFixAsync("300, 900–1000");
        await Assertions.Expect(page.Link("2 errors")).ToBeVisibleAsync();

        await Error(page, "CNP8001").GetByRole(AriaRole.Button, new() { NameRegex = new("^Add 10\\.30\\.[0-9.]+–10\\.30\\.[0-9.]+ to pod pod-2") }).ClickAsync();
        await page.ApplyFixAsync("pods / pod-2 / storage ranges");
        await Assertions.Expect(page.Link("1 error")).ToBeVisibleAsync();
        await Assertions.Expect(Panel(page).GetByRole(AriaRole.Article).Filter(new() { HasText = "CNP8001" })).ToHaveCountAsync(0);
    }

    // A guided fix asks by keyboard and shows what each answer changes; several findings are answered by one dialog.
    private async Task LookAtChoicesAsync(IPage page)
    {
        var guided = Error(page, "CNP3102").GetByRole(AriaRole.Button, new() { Name = "Take VLANs below 1000…" });
        await Assertions.Expect(Error(page, "CNP3102").GetByText("By hand", new() { Exact = true })).ToBeVisibleAsync();
        await guided.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radio).First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Radio).Nth(1)).ToBeCheckedAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Table)).ToContainTextAsync("900-999");
        await LookAsync(page, "findings-14-guided", phone: true);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();

        await Panel(page).GetByLabel("Show").SelectOptionAsync("NotVerified");
        var boxes = Panel(page).GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Choose CNP") });
        await boxes.Nth(0).CheckAsync();
        await boxes.Nth(1).CheckAsync();
        var bulk = Panel(page).GetByRole(AriaRole.Group, new() { Name = "Answer several findings at once" });
        await bulk.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Acknowledge 2 warnings?");
        await LookAsync(page, "findings-15-several", phone: true);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();
        await bulk.GetByRole(AriaRole.Button, new() { Name = "Choose none" }).ClickAsync();
        await Panel(page).GetByLabel("Show").SelectOptionAsync("");
    }

    // The exception is marked on the drawing of a host, and leads to itself.
    private async Task FollowTheBadgeAsync(IPage page)
    {
        await page.GotoAsync("/devices/kvm-01/logical");
        var badge = page.GetByRole(AriaRole.List, new() { Name = "Problems on this host" }).GetByRole(AriaRole.Link, new() { NameRegex = new("^Waived CNP3102") });
        await Assertions.Expect(badge).ToBeVisibleAsync();
        await LookAsync(page, "findings-16-badge", phone: true);
        await badge.ClickAsync();
        await page.SeeHeadingAsync("Findings");
        await Assertions.Expect(page.Locator("li[id^='finding-']:focus")).ToContainTextAsync("CNP3102");
    }

    private async Task WaiveAsync(IPage page)
    {
        await LookAtChoicesAsync(page);
        await Error(page, "CNP3102").GetByRole(AriaRole.Button, new() { Name = "Waive" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync("too short");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ask for the waiver" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("20 to 1,000 characters");
        await LookAsync(page, "findings-04-waive", phone: true);
        await dialog.GetByLabel("Reason").FillAsync("Only VLAN 1000 is concerned; it stays dedicated to nobody until the bond is renamed in the next window.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ask for the waiver" }).ClickAsync();
        await Assertions.Expect(page.Region("Waivers").First).ToContainTextAsync("needs compute and another team");
        // Who asked is no judge of it, and an error still blocks.
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Agree for") })).ToHaveCountAsync(0);
        await Assertions.Expect(page.Link("1 error")).ToBeVisibleAsync();
    }

    private async Task AgreeAsync(IPage page)
    {
        var zone = new Uri(page.Url).AbsolutePath;
        foreach (var team in (string[])["compute", "network"])
        {
            var approver = await SignInAsync(Person.Approvers[team]);
            await Assertions.Expect(approver.Region("Exceptions")).ToContainTextAsync("Waiver of CNP3102 asked for by Dora Designer");
            if (team == "compute") await LookAsync(approver, "findings-05-approver-home", phone: true);
            await approver.Region("Exceptions").GetByRole(AriaRole.Link, new() { Name = "Decide" }).ClickAsync();
            await approver.SeeHeadingAsync("Findings");
            await approver.Button($"Agree for {team}").ClickAsync();
            await Assertions.Expect(approver.Region("Waivers").First).ToContainTextAsync(team == "compute" ? "needs another team than compute" : "In force");
            if (team == "network") await LookAsync(approver, "findings-06-waived", phone: true);
        }

        await page.GotoAsync(zone);
        await Assertions.Expect(page.Link("no errors")).ToBeVisibleAsync();
        await Assertions.Expect(page.Link("1 waived")).ToBeVisibleAsync();
        await Panel(page).GetByLabel("Show").SelectOptionAsync("Waived");
        await Assertions.Expect(Panel(page).GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        await Assertions.Expect(Panel(page).GetByRole(AriaRole.Article)).ToContainTextAsync("by Cora Compute and Nils Network");
        await FollowTheBadgeAsync(page);
    }

    private async Task<string> SubmitOnceWarningsAreNotedAsync(IPage page)
    {
        await page.OpenPartAsync("Summary");
        await page.GetByLabel("Target cloud").SelectOptionAsync(new SelectOptionValue { Label = $"{Cloud} (production)" });
        await Assertions.Expect(page.GetByText($"for {Cloud}")).ToBeVisibleAsync();
        await LookAsync(page, "findings-07-summary");
        await SubmitAsync(page, "ams1, first build");
        await Assertions.Expect(page.GetByText("Waiver of CNP3102")).ToBeVisibleAsync();
        await LookAsync(page, "findings-08-change", phone: true);
        return new Uri(page.Url).AbsolutePath;
    }

    private async Task ApproveAsync(string change)
    {
        foreach (var (team, person) in Person.Approvers)
        {
            var page = await SignInAsync(person);
            await page.GotoAsync(change);
            await page.Button($"Approve for {team}").ClickAsync();
            await Assertions.Expect(page.Region("Approvals").GetByRole(AriaRole.Row, new() { NameRegex = new($"^{team}") })).ToContainTextAsync("Approved");
            if (team == Person.Approvers.Keys.Last()) await Assertions.Expect(page.GetByText("Approved", new() { Exact = true }).First).ToBeVisibleAsync();
        }
    }

    private async Task LookAroundAsync(IPage page, string change)
    {
        await page.GotoAsync($"{change.Replace("/overview", "", StringComparison.Ordinal)}/rules");
        await Assertions.Expect(page.GetByText("1 waived").First).ToBeVisibleAsync();
        await LookAsync(page, "findings-09-change-rules", phone: true);
        await page.GotoAsync("/zones");
        await page.Link("ams1").ClickAsync();
        await page.SeeHeadingAsync("Basics");
        await page.OpenPartAsync("Failures");
        await Assertions.Expect(page.Region("What stops when one thing fails").Or(page.GetByText("No single failure stops traffic on a host."))).ToBeVisibleAsync();
        await LookAsync(page, "findings-10-failures", phone: true);
        await page.GotoAsync("/rules?q=bridge+name");
        await page.SeeHeadingAsync("Rules");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "CNP3102" })).ToBeVisibleAsync();
        await LookAsync(page, "findings-11-rules", phone: true);
        await page.GetByRole(AriaRole.Link, new() { Name = "CNP3102" }).ClickAsync();
        await page.SeeHeadingAsync("KVM derived names must fit fifteen characters");
        await LookAsync(page, "findings-12-rule", phone: true);
        await page.GotoAsync("/findings");
        await page.SeeHeadingAsync("Findings");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "ams1", Level = 2 })).ToBeVisibleAsync();
        await LookAsync(page, "findings-13-all-zones", phone: true);
    }

    private static ILocator Panel(IPage page) => page.Region("All findings");

    private static ILocator Error(IPage page, string rule) => Panel(page).GetByRole(AriaRole.Article)
        .Filter(new() { Has = page.GetByRole(AriaRole.Img, new() { Name = "Error", Exact = true }) }).Filter(new() { HasTextRegex = new Regex(rule) });
}
