using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Push;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Testing;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Features.Zones;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Tests.Features.Zones;

/// <summary>A zone that stands on the practice cloud is judged by what is there, without the cloud being asked.</summary>
public sealed class LiveZoneJudgementTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    [Fact]
    public async Task Judgement_OfAZoneThatStands_GoesByTheLastReading()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var client = new CloudStackClient(CloudStackHttp.Create(), new CloudStackEndpoint(cloud.Endpoint, cloud.Key, cloud.Secret), TimeProvider.System);
        var design = UseCaseFixture.ADesign();
        await PushAsync(client, design);
        var network = (await client.CallAsync(ApiCall.Of("listPhysicalNetworks"))).Objects[0].GetProperty("id").GetString();
        Assert.Null((await client.CallToEndAsync(ApiCall.Of("dedicateGuestVlanRange", ("physicalnetworkid", network), ("vlanrange", "560-569"), ("account", "admin"), ("domainid", await RootAsync(client))))).Failure);

        var ana = await portal.DesignerAsync();
        var cloudId = await portal.CloudAsync(CloudKinds.Practice, cloud.Endpoint.ToString(), cloud.Key, cloud.Secret);
        var zone = await portal.ZoneAsync(ana, cloudId, design);
        Assert.False((await portal.Get<ReadCloudFacts>().Execute(ana, cloudId)).Failed(out var problem), problem?.Sentence);
        var unread = await JudgeAsync(zone);
        Assert.All(["CNP1012", "CNP1013", "CNP5010"], id => Assert.Contains(unread, f => f.RuleId == id && f.Status == FindingStatus.NotVerified));

        Assert.False((await portal.Get<PlanDraft>().Execute(zone, PlanWishes.None)).Failed(out problem), problem?.Sentence);
        await cloud.KillAsync();
        var read = await JudgeAsync(zone);
        Assert.DoesNotContain(read, f => f.RuleId is "CNP1012" or "CNP1013" or "CNP5010");

        Assert.Null((await portal.Get<EditDraft>().Execute(ana, zone, [FieldEdit.Text(DesignPath.Of(design.PhysicalNetworks[0], "guestVlans"), "500-599", "500-549")])).Outcome);
        var dropped = Assert.Single(await JudgeAsync(zone), f => f.RuleId == "CNP5010");
        Assert.Equal(("b", FindingStatus.Open), (dropped.Case, dropped.Status));
        Assert.Contains("560-569", dropped.Message.Replace('–', '-'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_IsOfItsCloudAndTheNewest()
    {
        var (zone, cloud, lives) = (Guid.NewGuid(), Guid.NewGuid(), portal.Get<LiveZones>());
        var now = new DateTimeOffset(2026, 3, 7, 12, 0, 0, TimeSpan.Zero);
        Domain.Snapshots.ZoneSnapshot At(int minute, string? id) => new(id, now.AddMinutes(minute), new Dictionary<string, IReadOnlyList<System.Text.Json.JsonElement>>
        {
            ["listZones"] = [System.Text.Json.JsonSerializer.SerializeToElement(new { id })],
            ["listConfigurations"] = [System.Text.Json.JsonSerializer.SerializeToElement(new { name = "a.secret" })],
        });
        await using var db = portal.Db();
        await lives.Keep(zone, cloud, At(5, "z"), default);
        await lives.Keep(zone, cloud, At(1, "older"), default);
        var found = (await lives.Find(db, zone, cloud, default))!;
        Assert.Equal(("z", now.AddMinutes(5)), (found.Snapshot.ZoneId, found.Snapshot.ReadAt));
        Assert.Equal(["listZones"], found.Snapshot.Lists.Keys);
        Assert.Same(found, await lives.Find(db, zone, cloud, default));
        Assert.Null(await lives.Find(db, zone, Guid.NewGuid(), default));
        await lives.Keep(zone, cloud, At(9, null), default);
        Assert.Null(await lives.Find(db, zone, cloud, default));
    }

    private async Task<IReadOnlyList<Finding>> JudgeAsync(Guid zone)
    {
        await using var db = portal.Db();
        return (await portal.Get<DesignJudge>().Draft(await db.Zones.AsNoTracking().SingleAsync(z => z.Id == zone), default)).Results.Findings;
    }

    private static async Task<string?> RootAsync(CloudStackClient client) => (await client.CallAsync(ApiCall.Of("listDomains"))).Objects[0].GetProperty("id").GetString();

    internal static async Task PushAsync(CloudStackClient client, ZoneDesign design)
    {
        var pushed = await new PlanRunner(Planner.Plan(design, new string('0', 64), CatalogueSnapshot.Empty), client, new MemoryJournal(), (_, _) => Task.FromResult("pw"), new Unwatched(), TimeProvider.System).RunAsync();
        Assert.True(pushed.Kind == PushOutcomeKind.Completed, pushed.Text);
    }

    private sealed class Unwatched : IPushObserver
    {
        public void On(PushEvent happened) { }
    }
}
