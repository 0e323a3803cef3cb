using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Push;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Tests.Features.Push;

public sealed class LeasedZoneTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Take_TwentyWorkersAtOnce_OneHasIt()
    {
        var (cloud, zone) = (Guid.NewGuid(), Guid.NewGuid());
        var leases = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => LeasedZone.Take(portal.ConnectionString, cloud, zone, $"w{i}", default)));
        var held = Assert.Single(leases, lease => lease is not null)!;
        Assert.Equal(1, held.Fence);
        await held.DisposeAsync();
        await using var next = await LeasedZone.Take(portal.ConnectionString, cloud, zone, "next", default);
        Assert.Equal(2, next!.Fence);
    }

    [Fact]
    public async Task Holder_ThatHangs_LosesTheLeaseAndWritesNothingMore()
    {
        var run = await RunAsync();
        await using var hanging = await LeasedZone.Take(portal.ConnectionString, run.CloudId, run.ZoneId, "hanging", default);
        var old = new StoredJournal(portal.Get<IDbContextFactory<PortalDbContext>>(), run.Id, hanging!.Fence);
        await old.AppendAsync(new StepIntent(Noon, "a", 1, null));

        Assert.Null(await LeasedZone.Take(portal.ConnectionString, run.CloudId, run.ZoneId, "early", default));
        // As if its time had passed without a renewal: no intent is taken any more, a result is, as long as nobody else took over.
        await using (var db = portal.Db())
            await db.ZoneLeases.Where(l => l.ZoneId == run.ZoneId).ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, Noon));
        await Assert.ThrowsAsync<FencedException>(() => old.AppendAsync(new StepIntent(Noon, "b", 1, null)));
        await old.AppendAsync(new StepResult(Noon, "a", StepEffect.Called, new Dictionary<string, string> { ["id"] = "1" }));

        await using var next = await LeasedZone.Take(portal.ConnectionString, run.CloudId, run.ZoneId, "next", default);
        Assert.Equal(hanging.Fence + 1, next!.Fence);
        await Assert.ThrowsAsync<FencedException>(() => old.AppendAsync(new StepResult(Noon, "a", StepEffect.Called, new Dictionary<string, string>())));
        Assert.False(await hanging.Renew(default));

        var journal = new StoredJournal(portal.Get<IDbContextFactory<PortalDbContext>>(), run.Id, next.Fence);
        await journal.AppendAsync(new StepObserved(Noon, "a", [], new Dictionary<string, string>()));
        Assert.Equal([typeof(StepIntent), typeof(StepResult), typeof(StepObserved)], (await journal.ReadAsync()).Select(e => e.GetType()));
    }

    [Fact]
    public async Task SecondPush_OfAZoneWithAnOpenOne_IsRefusedByTheDatabase()
    {
        var run = await RunAsync();
        await using var db = portal.Db();
        db.PushRuns.Add(PushRun.Start(run.ChangeId, run.CloudId, run.ZoneId, run.PlanHash, Guid.NewGuid(), "Omar", Noon));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    private async Task<PushRun> RunAsync()
    {
        var ana = await portal.DesignerAsync();
        var zone = await portal.ZoneAsync(ana, await portal.CloudAsync(CloudKinds.Practice, key: "k"));
        var number = (await portal.Get<SubmitZone>().Execute(ana, zone, "zone", "")).Value;
        await using var db = portal.Db();
        var change = await db.Changes.SingleAsync(c => c.Number == number);
        Assert.Equal(ChangeState.Approved, change.State);
        var id = await portal.Get<StartPush>().Execute(await portal.OperatorAsync(), change.Id);
        Assert.False(id.Failed(out var outcome), outcome?.Sentence);
        return await db.PushRuns.AsNoTracking().SingleAsync(r => r.Id == id.Value);
    }
}
