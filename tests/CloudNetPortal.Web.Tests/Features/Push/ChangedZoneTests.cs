using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Push.Snapshots;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Testing;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Features.Push;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CloudNetPortal.Web.Tests.Features.Push;

/// <summary>A zone that is there: changed, and taken off its cloud, each by a change that is planned against the practice cloud.</summary>
public sealed class ChangedZoneTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    [Fact]
    public async Task Zone_PushedThenChanged_IsPlannedAgainstTheCloudAndTakenOff()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var cloudId = await portal.CloudAsync(CloudKinds.Practice, cloud.Endpoint.ToString(), cloud.Key, cloud.Secret);
        var ana = await portal.DesignerAsync();
        var zone = await portal.ZoneAsync(ana, cloudId);
        var services = portal.Build();
        await services.GetServices<IHostedService>().OfType<PushWorker>().Single().StartAsync(default);
        await using var running = services as IAsyncDisposable;

        await PushAsync(await SubmitAsync(ana, zone));
        Assert.Contains("as designed", Assert.IsType<Refused>((await portal.Get<SubmitZone>().Execute(ana, zone, "again", "")).Outcome).Sentence);

        var draft = (await portal.Get<ZoneQueries>().Find(zone))!.Design;
        Assert.Null((await portal.Get<EditDraft>().Execute(ana, zone, [FieldEdit.Text("dns1", draft.Dns1, "1.1.1.1")])).Outcome);
        var change = await SubmitAsync(ana, zone);
        Assert.Equal(["zone", "zone/mark"], change.Plan.Steps.Where(s => s.Action == PlanAction.Change).Select(s => s.Key));
        Assert.NotNull(change.Plan.SnapshotHash);
        await PushAsync(change);

        var client = (await portal.Get<CloudConnections>().ForRead((await portal.Db().Clouds.SingleAsync(c => c.Id == cloudId)), default))!;
        var read = (await new SnapshotReader(client, TimeProvider.System).ReadByNameAsync(draft.Name)).Snapshot;
        Assert.Equal("1.1.1.1", read.Rows("listZones")[0].GetProperty("dns1").GetString());

        var removal = await portal.Get<TakeDownZone>().Execute(ana, zone);
        Assert.False(removal.Failed(out var outcome), outcome?.Sentence);
        await PushAsync(await ChangeAsync(removal.Value));
        Assert.Null((await new SnapshotReader(client, TimeProvider.System).ReadByNameAsync(draft.Name)).Snapshot.ZoneId);
    }

    private async Task<ChangeView> SubmitAsync(Caller ana, Guid zone)
    {
        var number = await portal.Get<SubmitZone>().Execute(ana, zone, "zone", "");
        Assert.False(number.Failed(out var outcome), outcome?.Sentence);
        return await ChangeAsync(number.Value);
    }

    private async Task<ChangeView> ChangeAsync(int number) => (await portal.Get<ChangeQueries>().Find(number))!;

    private async Task<Guid> PushAsync(ChangeView change)
    {
        Assert.Equal(ChangeState.Approved, change.Change.State);
        var run = await portal.Get<StartPush>().Execute(await portal.OperatorAsync(), change.Change.Id);
        Assert.False(run.Failed(out var outcome), outcome?.Sentence);
        for (var i = 0; i < 600; i++)
        {
            await using var db = portal.Db();
            var now = await db.PushRuns.AsNoTracking().SingleAsync(r => r.Id == run.Value);
            if (now.State == PushState.Stopped)
                Assert.Fail($"{now.StoppedAtStep}: {now.StopReason}");
            if (now.State == PushState.Done)
                return now.Differences == 0 ? run.Value : throw new InvalidOperationException($"{now.Differences} differences: {now.ProofJson}");
            await Task.Delay(100);
        }

        throw new TimeoutException("The push does not end.");
    }
}
