using System.Text.RegularExpressions;
using CloudNetPortal.Testing;
using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>
/// The whole job, from files to a proven zone: a lab with two faults and somebody's test bench as a zone file are brought in, the zone is given the lab's hosts,
/// what is wrong is seen and mended, four teams agree, and the cloud then holds what was approved.
/// </summary>
public abstract class MainJob(Chromium chromium, FirstRun first) : PortalJourney(chromium, first)
{
    private const string Cloud = "Berlin production";
    private bool _looking = true;

    /// <summary>Walks the whole way. With a look at every page, or only the way itself.</summary>
    private protected async Task WalkAsync(LabFiles lab, bool looking = true)
    {
        _looking = looking;
        await using var cloud = await PracticeCloud.StartAsync();
        using var look = new CloudLook(cloud);
        var admin = await LetInAsync([Person.Designer, Person.Operator, .. Person.Approvers.Values]);
        await PictureAsync(admin, "02-people", phone: true);
        var operates = await SignInAsync(Person.Operator);
        await AddCloudAsync(operates, Cloud, "production", cloud);
        await PictureAsync(operates, "03-cloud");

        var page = await SignInAsync(Person.Designer);
        await ImportAsync(page, lab.WithoutBridge("kvm2", "cloudbr2").WithoutVlan("tor2", "kvm3", 507));
        await DesignAsync(page);
        await MendAsync(page);
        await ChooseTargetAsync(page);
        var change = await SubmitAndBeRefusedAsync(page);
        await ApproveAsync(change);
        await PushAsync(operates, change, look);
        await ProveAsync(look);
        await LookAroundAsync(page, change);
    }

    private async Task ImportAsync(IPage page, LabFiles lab)
    {
        await page.GotoAsync("/import");
        await page.SeeHeadingAsync("Import");
        await PictureAsync(page, "04-import");
        await BringAsync(page, ("lab.zip", lab.Zip()), ("advanced.cfg", await File.ReadAllBytesAsync(RepositoryFiles.Beside("MainJob/advanced.cfg"))));
        await PictureAsync(page, "05-import-sources", phone: true);
        await StepAsync(page, "Mapping");
        await PictureAsync(page, "06-import-mapping");
        await StepAsync(page, "Problems");
        await PictureAsync(page, "07-import-problems");
        await StepAsync(page, "Difference");
        await PictureAsync(page, "08-import-difference");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Accept [0-9]+ objects$") }).ClickAsync();
        await Assertions.Expect(page.GetByText("Taken over:")).ToBeVisibleAsync();
        await StepAsync(page, "Zones");
        await PictureAsync(page, "09-import-zones");
        await AcceptZoneAsync(page, "lab1");
    }

    // The file's own hosts, VLANs and the labels it lacks give way to the lab's.
    private async Task DesignAsync(IPage page)
    {
        await PictureAsync(page, "10-zone-basics", phone: true);
        await page.OpenPartAsync("Hosts");
        await page.Button("Remove host http://sim/c1/h0").ClickAsync();
        await Assertions.Expect(page.Region("Hosts of c1")).ToBeHiddenAsync();
        await page.Content().GetByLabel("Hypervisor", new() { Exact = true }).SelectOptionAsync("KVM");
        await page.Button("Choose all 3").ClickAsync();
        await page.Button("Add 3 hosts").ClickAsync();
        await Assertions.Expect(page.Region("Hosts of c1")).ToContainTextAsync("kvm3");
        await page.Content().GetByLabel("Password").FillAsync("a password of the lab");
        await page.Button("Use for 3 hosts").ClickAsync();
        await Assertions.Expect(page.Region("Hosts of c1").GetByText("root, password stored")).ToHaveCountAsync(3);
        await PictureAsync(page, "11-zone-compute", phone: true);

        await page.OpenPartAsync("Networks");
        await page.Content().SaveTextAsync("Guest VLANs", "500-519");
        await page.GetByRole(AriaRole.Group, new() { Name = "Traffic types" }).GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^S?\\s*Storage") }).CheckAsync();
        await PictureAsync(page, "12-zone-networks");

        await page.OpenPartAsync("Labels");
        foreach (var (traffic, bridge) in ((string, string)[])[("Management", "cloudbr0"), ("Guest", "cloudbr1"), ("Public", "cloudbr1"), ("Storage", "cloudbr2")])
        {
            await page.Content().SaveTextAsync($"{traffic} on lab-net, KVM", bridge);
        }

        await PictureAsync(page, "13-zone-labels", phone: true);

        await page.OpenPartAsync("Pods");
        await page.Button("Add storage range").ClickAsync();
        var storage = page.GetByRole(AriaRole.Group, new() { Name = "Storage ranges" });
        await storage.SaveTextAsync("Gateway", "10.20.200.1");
        await storage.SaveTextAsync("Netmask", "255.255.255.0");
        await storage.SaveTextAsync("First address", "10.20.200.100");
        await storage.SaveTextAsync("Last address", "10.20.200.149");
        await PictureAsync(page, "14-zone-pods");

        await page.OpenPartAsync("Addresses");
        await page.GetByRole(AriaRole.Group, new() { Name = "Public ranges" }).SaveTextAsync("VLAN", "300");
        await PictureAsync(page, "15-zone-addresses");
    }

    private async Task MendAsync(IPage page)
    {
        await page.OpenPartAsync("Findings");
        await Assertions.Expect(page.Link("2 errors")).ToBeVisibleAsync();
        var bridge = Finding(page, "Error", "cloudbr2");
        await ExplainAsync(bridge, "kvm2");
        var vlan = Finding(page, "Error", "507");
        await ExplainAsync(vlan, "tor2");
        Assert.Equal(2, (await FindingsAsync(page, "Error")).Count);
        Assert.Equal(Golden("warnings.txt"), string.Join('\n', await FindingsAsync(page, "Warning")));
        await PictureAsync(page, "16-zone-findings", phone: true);

        await page.Button("Submit").ClickAsync(new() { Force = true });
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("2 open errors");
        await page.Button("Close").ClickAsync();

        await vlan.GetByRole(AriaRole.Button).First.ClickAsync();
        await page.ApplyFixAsync("500–506");
        await Assertions.Expect(page.Link("1 error")).ToBeVisibleAsync();
        await page.OpenPartAsync("Labels");
        var here = page.GetByRole(AriaRole.Complementary, new() { Name = "Findings" });
        await here.GetByRole(AriaRole.Article).Filter(new() { Has = page.GetByRole(AriaRole.Img, new() { Name = "Error" }) }).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.ApplyFixAsync("cloudbr2");
        await Assertions.Expect(page.Link("no errors")).ToBeVisibleAsync();
        await page.OpenPartAsync("Findings");
        Assert.Equal(Golden("warnings.txt"), string.Join('\n', await FindingsAsync(page, "Warning")));
        Assert.Empty(await FindingsAsync(page, "Error"));
        await page.OpenPartAsync("Summary");
    }

    private async Task ChooseTargetAsync(IPage page)
    {
        await page.GetByLabel("Target cloud").SelectOptionAsync(new SelectOptionValue { Label = $"{Cloud} (production)" });
        await Assertions.Expect(page.GetByText($"for {Cloud}")).ToBeVisibleAsync();
        await PictureAsync(page, "17-zone-summary");
        await page.OpenPartAsync("Plan");
        await PictureAsync(page, "18-zone-plan");
    }

    private async Task<string> SubmitAndBeRefusedAsync(IPage page)
    {
        await SubmitAsync(page, "lab1, first build");
        await PictureAsync(page, "19-change", phone: true);
        var change = new Uri(page.Url).AbsolutePath;
        var own = page.Button("Approve for network");
        await Assertions.Expect(own).ToHaveAccessibleDescriptionAsync(new Regex("^You edited or submitted CH-[0-9]+: somebody else of network may approve it."));
        await own.ClickAsync(new() { Force = true });
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("you edited or submitted it");
        await PictureAsync(page, "20-change-own-approval-refused");
        return change;
    }

    private async Task ApproveAsync(string change)
    {
        foreach (var (team, person) in Person.Approvers)
        {
            var page = await SignInAsync(person);
            if (team == "network") await PictureAsync(page, "21-approver-home", phone: true);
            await page.GotoAsync(change);
            await page.Button($"Approve for {team}").ClickAsync();
            await Assertions.Expect(page.Region("Approvals").GetByRole(AriaRole.Row, new() { NameRegex = new($"^{team}") })).ToContainTextAsync("Approved");
            if (team == "security") await PictureAsync(page, "22-change-approved");
        }
    }

    private async Task PushAsync(IPage page, string change, CloudLook look)
    {
        await look.ForgetCallsAsync();
        // Long enough that the page is loaded again while the second host is being added.
        await look.SetFaultAsync("command=addHost;nth=2;kind=delay;milliseconds=8000");
        await page.GotoAsync(change);
        await StartPushAsync(page, "lab1");
        var slow = page.Region("Steps of the push").GetByRole(AriaRole.Row).Filter(new() { HasText = "kvm2" }).Filter(new() { HasText = "addHost" });
        await Assertions.Expect(slow).ToContainTextAsync("Running", new() { Timeout = 60_000 });
        var before = await TimelineAsync(page);
        if (_looking) await TakePictureAsync(page, "main-23-push-under-way");
        await page.ReloadAsync();
        var after = await TimelineAsync(page);
        Assert.Equal(before.Steps, after.Steps);
        Assert.NotEmpty(before.Done);
        Assert.Subset(after.Done.ToHashSet(), before.Done.ToHashSet());
        await Assertions.Expect(page.Region("Proof").GetByRole(AriaRole.Status)).ToContainTextAsync("0 differences", new() { Timeout = 120_000 });
        Assert.Equal(before.Steps, (await TimelineAsync(page)).Done);
        await PictureAsync(page, "24-proof", phone: true);
    }

    // Each object once, and each call that makes one sent once.
    private static async Task ProveAsync(CloudLook look)
    {
        var zone = Assert.Single(await look.ListAsync("listZones"));
        Assert.Equal(("lab1", "Enabled"), (zone.GetProperty("name").GetString(), zone.GetProperty("allocationstate").GetString()));
        Assert.Equal(["lab-net"], await look.NamesAsync("listPhysicalNetworks"));
        Assert.Equal(["pod1"], await look.NamesAsync("listPods"));
        Assert.Equal(["c1"], await look.NamesAsync("listClusters"));
        Assert.Equal(3, (await look.ListAsync("listHosts", ("type", "Routing"))).Count);
        Assert.Equal(["nfs-1"], await look.NamesAsync("listStoragePools"));
        Assert.Single(await look.ListAsync("listImageStores"));
        Assert.Single(await look.ListAsync("listVlanIpRanges"));
        Assert.Single(await look.ListAsync("listStorageNetworkIpRange"));
        var network = (await look.ListAsync("listPhysicalNetworks")).Single().GetProperty("id").GetString()!;
        Assert.Equal(["Guest", "Management", "Public", "Storage"], (await look.ListAsync("listTrafficTypes", ("physicalnetworkid", network))).Select(t => t.GetProperty("traffictype").GetString()!).Order(StringComparer.Ordinal));
        var calls = await look.ChangesAsync();
        Assert.Equal(
            [1, 1, 4, 1, 1, 3, 1, 1, 1],
            ((string[])["createZone", "createPhysicalNetwork", "addTrafficType", "createPod", "addCluster", "addHost", "createStoragePool", "addImageStore", "createVlanIpRange"]).Select(c => calls.GetValueOrDefault(c)));
    }

    // What the designer may open besides.
    private async Task LookAroundAsync(IPage page, string change)
    {
        if (!_looking) return;
        foreach (var (path, heading, name) in ((string, string, string)[])
        [
            ("/", "Home", "30-home"), ("/zones", "Zones", "31-zones"), ("/findings", "Findings", "32-findings"), ("/rules", "Rules", "33-rules"), ("/changes", "Changes", "34-changes"),
            ("/pushes", "Pushes", "35-pushes"), ("/clouds", "Clouds", "36-clouds"), ("/devices", "Devices", "37-devices"), ("/devices/kvm2", "kvm2", "38-device"), ("/cables", "Cables", "39-cables"),
        ])
        {
            await page.GotoAsync(path);
            await page.SeeHeadingAsync(heading);
            await PictureAsync(page, name, phone: true);
        }

        foreach (var tab in (string[])["plan", "rules", "edits"])
        {
            await page.GotoAsync($"{change.Replace("/overview", "", StringComparison.Ordinal)}/{tab}");
            await Assertions.Expect(page.Content().GetByRole(AriaRole.Link, new() { NameRegex = new($"^{tab}", RegexOptions.IgnoreCase) })).ToHaveAttributeAsync("aria-current", "page");
            await PictureAsync(page, $"40-change-{tab}");
        }
    }

    private Task PictureAsync(IPage page, string name, bool phone = false) => _looking ? LookAsync(page, $"main-{name}", phone) : Task.CompletedTask;

    private static string Golden(string name) => File.ReadAllText(RepositoryFiles.Beside($"MainJob/{name}")).TrimEnd();

    private static ILocator Finding(IPage page, string weight, string about) => page.Content().GetByRole(AriaRole.Article)
        .Filter(new() { Has = page.GetByRole(AriaRole.Img, new() { Name = weight, Exact = true }) }).Filter(new() { HasText = about });

    // What is wrong comes with the facts that show it.
    private static async Task ExplainAsync(ILocator finding, string fact)
    {
        await Assertions.Expect(finding).ToHaveCountAsync(1);
        await finding.GetByText("Show the facts", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(finding.GetByRole(AriaRole.Group).Filter(new() { HasText = "Show the facts" }).GetByRole(AriaRole.List)).ToContainTextAsync(fact);
    }

    // Rule and sentence of each finding of a weight on the summary.
    private static async Task<IReadOnlyList<string>> FindingsAsync(IPage page, string weight) =>
        await page.Content().GetByRole(AriaRole.Article).Filter(new() { Has = page.GetByRole(AriaRole.Img, new() { Name = weight, Exact = true }) })
            .EvaluateAllAsync<string[]>("all => all.map(one => (one.querySelector('a[href^=\"/rules/\"]').textContent + ' ' + one.querySelector('.what').textContent).replace(/\\s+/g, ' ').trim()).sort()");
}
