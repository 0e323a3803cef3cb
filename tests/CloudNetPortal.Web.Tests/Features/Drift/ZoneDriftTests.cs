using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Push;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Testing;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Drift;
using CloudNetPortal.Web.Features.Import;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Tests.Features.Drift;

/// <summary>A zone that exists on a cloud is brought in, changes behind the portal's back are found, and each answer to them does what it says.</summary>
public sealed class ZoneDriftTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    [Fact]
    public async Task Drift_OfAnImportedZone_IsFoundAndAccepted()
    {
        await using var scene = await SceneAsync();
        Assert.Equal(0, await scene.CheckAsync());
        await scene.ChangeAsync("updateZone", ("id", scene.CloudZone), ("dns1", "9.9.9.10"));
        Assert.Equal(1, await scene.CheckAsync());
        var row = Assert.Single((await portal.Get<DriftQueries>().Find(scene.Zone))!.Rows);
        Assert.Equal(("dns1", "9.9.9.9", "9.9.9.10", "admin"), (row.Finding.Path, row.Finding.Expected, row.Finding.Observed, row.Cause?.By));
        Assert.Contains(await portal.Get<DriftQueries>().List(), l => l.ZoneId == scene.Zone && l.Open == 1);

        // Seen again it is the same difference.
        Assert.Equal(1, await scene.CheckAsync());
        Assert.Equal(row.Finding.Id, Assert.Single((await portal.Get<DriftQueries>().Find(scene.Zone))!.Rows).Finding.Id);

        var accepted = await portal.Get<AcceptDrift>().Execute(scene.Ana, scene.Zone, [row.Finding.Id]);
        Assert.False(accepted.Failed(out var outcome), outcome?.Sentence);
        Assert.Equal("9.9.9.10", (await portal.Get<ZoneQueries>().Find(scene.Zone))!.Design.Dns1);
        Assert.Equal(0, await scene.CheckAsync());
        Assert.Empty((await portal.Get<DriftQueries>().Find(scene.Zone))!.Rows);

        // Somebody sets it back: that is news again.
        await scene.ChangeAsync("updateZone", ("id", scene.CloudZone), ("dns1", "9.9.9.9"));
        Assert.Equal(1, await scene.CheckAsync());
    }

    [Fact]
    public async Task Drift_Ignored_CountsAgainWhenItChanges()
    {
        await using var scene = await SceneAsync();
        await scene.ChangeAsync("updateZone", ("id", scene.CloudZone), ("internaldns1", "10.9.9.10"));
        Assert.Equal(1, await scene.CheckAsync());
        var finding = (await portal.Get<DriftQueries>().Find(scene.Zone))!.Rows[0].Finding.Id;
        var until = DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 86400 + 30));
        Assert.IsType<Refused>(await portal.Get<IgnoreDrift>().Execute(scene.Ana, scene.Zone, [finding], until, "short"));
        Assert.IsType<Refused>(await portal.Get<IgnoreDrift>().Execute(scene.Ana, scene.Zone, [finding], until.AddYears(-2), "a reason that is long enough"));
        Assert.Null(await portal.Get<IgnoreDrift>().Execute(scene.Ana, scene.Zone, [finding], until, "the DNS team moves it in August"));
        Assert.Equal(0, await scene.CheckAsync());
        Assert.True(Assert.Single((await portal.Get<DriftQueries>().Find(scene.Zone))!.Rows).IsIgnored);

        await scene.ChangeAsync("updateZone", ("id", scene.CloudZone), ("internaldns1", "10.9.9.11"));
        Assert.Equal(1, await scene.CheckAsync());
    }

    [Fact]
    public async Task Drift_WhereTheDraftMovedToo_NeedsAChoice()
    {
        await using var scene = await SceneAsync();
        Assert.False((await portal.Get<EditDraft>().Execute(scene.Ana, scene.Zone, [FieldEdit.Text("dns2", null, "9.9.9.20")])).Failed(out _));
        await scene.ChangeAsync("updateZone", ("id", scene.CloudZone), ("dns2", "9.9.9.30"));
        Assert.Equal(1, await scene.CheckAsync());
        var row = Assert.Single((await portal.Get<DriftQueries>().Find(scene.Zone))!.Rows);
        Assert.True(row.DraftMoved);
        Assert.Equal("9.9.9.20", row.Draft);
        Assert.True((await portal.Get<AcceptDrift>().Execute(scene.Ana, scene.Zone, [row.Finding.Id])).Failed(out var refused));
        Assert.Contains("three-way", refused.Sentence, StringComparison.Ordinal);
        Assert.Null(await portal.Get<ResolveThreeWay>().Execute(scene.Ana, scene.Zone, row.Finding.Id, takeCloud: true));
        Assert.Equal("9.9.9.30", (await portal.Get<ZoneQueries>().Find(scene.Zone))!.Design.Dns2);
        Assert.Equal(0, await scene.CheckAsync());
    }

    [Fact]
    public async Task Drift_Reverted_IsAChangeWhosePlanBringsBackThatAlone()
    {
        await using var scene = await SceneAsync();
        await scene.ChangeAsync("updateZone", ("id", scene.CloudZone), ("dns1", "9.9.9.10"), ("dns2", "9.9.9.11"));
        Assert.Equal(2, await scene.CheckAsync());
        var dns1 = (await portal.Get<DriftQueries>().Find(scene.Zone))!.Rows.Single(r => r.Finding.Path == "dns1").Finding.Id;
        var reverted = await portal.Get<RevertDrift>().Execute(scene.Ana, scene.Zone, [dns1]);
        Assert.False(reverted.Failed(out var outcome), outcome?.Sentence);
        await using var db = portal.Db();
        var change = await db.Changes.SingleAsync(c => c.Number == reverted.Value);
        var plan = (await db.ChangePlans.SingleAsync(p => p.ChangeId == change.Id && p.Hash == change.PlanHash)).Read();
        var step = Assert.Single(plan.Steps, s => s is { Action: PlanAction.Change, Section: not "Marks" });
        Assert.Equal(("updateZone", "9.9.9.9"), (step.Command, step.Arguments.Single(a => a.Name == "dns1").Text));
        Assert.DoesNotContain(step.Arguments, a => a.Name == "dns2" && a.Text != "9.9.9.11");
        Assert.True((await portal.Get<RevertDrift>().Execute(scene.Ana, scene.Zone, [dns1])).Failed(out var again));
        Assert.Contains($"CH-{reverted.Value}", again.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_OfACloudThatIsAway_KeepsWhatIsKnown()
    {
        await using var scene = await SceneAsync();
        await scene.ChangeAsync("updateZone", ("id", scene.CloudZone), ("dns1", "9.9.9.10"));
        Assert.Equal(1, await scene.CheckAsync());
        await scene.Cloud.KillAsync();
        Assert.True((await portal.Get<CheckDrift>().Execute(scene.Ana, scene.Zone)).Failed(out _));
        var view = (await portal.Get<DriftQueries>().Find(scene.Zone))!;
        Assert.NotNull(view.Check!.Problem);
        Assert.Single(view.Rows);
    }

    private async Task<Scene> SceneAsync()
    {
        var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var client = new CloudStackClient(CloudStackHttp.Create(), new CloudStackEndpoint(cloud.Endpoint, cloud.Key, cloud.Secret), TimeProvider.System);
        var design = UseCaseFixture.ADesign();
        var pushed = await new PlanRunner(Planner.Plan(design, new string('0', 64), CatalogueSnapshot.Empty), client, new MemoryJournal(), (_, _) => Task.FromResult("pw"), new Unwatched(), TimeProvider.System).RunAsync();
        Assert.True(pushed.Kind == PushOutcomeKind.Completed, pushed.Text);
        var ana = await portal.DesignerAsync();
        var id = await portal.CloudAsync(CloudKinds.Practice, cloud.Endpoint.ToString(), cloud.Key, cloud.Secret);
        var found = Assert.Single((await portal.Get<FindCloudZones>().Execute(ana, id)).Value);
        var read = await portal.Get<ReadCloudZone>().Execute(ana, id, found.CloudId);
        Assert.False(read.Failed(out var outcome), outcome?.Sentence);
        var zone = await portal.Get<AcceptCloudZone>().Execute(ana, read.Value, new AcceptedZone(new Dictionary<string, string?>(), "root", "lab"));
        Assert.False(zone.Failed(out outcome), outcome?.Sentence);
        return new Scene(portal, cloud, client, ana, zone.Value, found.CloudId);
    }

    private sealed record Scene(UseCaseFixture Portal, PracticeCloud Cloud, CloudStackClient Client, Caller Ana, Guid Zone, string CloudZone) : IAsyncDisposable
    {
        public async Task<int> CheckAsync()
        {
            var answer = await Portal.Get<CheckDrift>().Execute(Ana, Zone);
            Assert.False(answer.Failed(out var outcome), outcome?.Sentence);
            return answer.Value;
        }

        public async Task ChangeAsync(string command, params (string, string?)[] arguments) => Assert.Null((await Client.CallToEndAsync(ApiCall.Of(command, arguments))).Failure);

        public ValueTask DisposeAsync() => Cloud.DisposeAsync();
    }

    private sealed class Unwatched : IPushObserver
    {
        public void On(PushEvent happened) { }
    }
}
