using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Ledger;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Testing;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Features.Push;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CloudNetPortal.Web.Tests.Features.Push;

/// <summary>Pushes carried out by portals against a practice cloud.</summary>
public sealed class PushWorkerTests(UseCaseFixture portal) : IClassFixture<UseCaseFixture>
{
    [Fact]
    public async Task Push_OfAnApprovedZone_EndsWithAProofWithoutDifferences()
    {
        await using var cloud = await PracticeCloud.StartAsync();
        var (change, run) = await OrderAsync(cloud);
        await using var one = await PortalAsync();
        var ended = await UntilAsync(run, PushState.Done, PushState.Stopped);
        Assert.True(ended.State == PushState.Done, ended.StopReason);
        Assert.Equal(0, ended.Differences);

        var view = (await portal.Get<PushQueries>().Find(run))!;
        Assert.All(view.Reports, r => Assert.Equal(CloudNetPortal.Push.StepState.Done, r.State));
        Assert.NotEmpty(view.Proofs);
        await using var db = portal.Db();
        Assert.Equal(ChangeState.Done, (await db.Changes.SingleAsync(c => c.Id == change)).State);
        Assert.All(await db.Reservations.Where(r => r.ChangeId == change).ToListAsync(), r => Assert.Equal(ReservationState.Active, r.State));
    }

    [Fact]
    public async Task Push_PausedResumedAndMovedToAnotherPortal_MakesNothingTwice()
    {
        await using var cloud = await PracticeCloud.StartAsync();
        var (_, run) = await OrderAsync(cloud);
        var omar = await portal.OperatorAsync();
        await using (var first = await PortalAsync())
        {
            Assert.Null(await portal.Get<PausePush>().Execute(omar, run));
            await UntilAsync(run, PushState.Paused, PushState.Done);
            if ((await RunAsync(run)).State == PushState.Paused)
                Assert.Null(await portal.Get<ResumePush>().Execute(omar, run));
        }

        // The first portal has ended in the middle; another one goes on.
        await using var second = await PortalAsync();
        var ended = await UntilAsync(run, PushState.Done, PushState.Stopped);
        Assert.True(ended.State == PushState.Done, ended.StopReason);
        await using var db = portal.Db();
        var made = await db.PushJournal.Where(j => j.RunId == run && j.Kind == "result").GroupBy(j => j.Step).Select(g => g.Count()).ToListAsync();
        Assert.All(made, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task Push_CancelledBeforeAWorkerTakesIt_EndsAsCancelled()
    {
        var ana = await portal.DesignerAsync();
        var run = await OrderAsync(await portal.CloudAsync(CloudKinds.Practice, key: "k"));
        Assert.Null(await portal.Get<CancelPush>().Execute(await portal.OperatorAsync(), run.Run));
        await using var one = await PortalAsync();
        var ended = await UntilAsync(run.Run, PushState.Cancelled, PushState.Stopped);
        Assert.Equal(PushState.Cancelled, ended.State);
        Assert.IsType<Web.Shared.Forbidden>(await portal.Get<ResumePush>().Execute(ana, run.Run));
    }

    [Fact]
    public async Task TakeBack_OfAStoppedPush_RemovesWhatItMadeAndNothingElse()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var (change, run, stopped) = await StoppedAsync(cloud);
        var omar = await portal.OperatorAsync();
        var plan = await portal.Get<TakeBackPush>().Preview(run);
        Assert.False(plan.Failed(out var why), why?.Sentence);
        Assert.All(plan.Value.Steps, s => Assert.NotEqual(Domain.Plans.PlanAction.Create, s.Action));
        var back = await portal.Get<TakeBackPush>().Execute(omar, run, null, plan.Value);
        Assert.False(back.Failed(out why), why?.Sentence);
        await using (var one = await PortalAsync())
        {
            var ended = await UntilAsync(back.Value, PushState.Done, PushState.Stopped);
            Assert.True(ended.State == PushState.Done, ended.StopReason);
        }

        Assert.Equal(PushState.Cancelled, (await RunAsync(run)).State);
        // Notes for administrators outlive on the practice cloud what they were on.
        Assert.DoesNotContain(await CloudAnswers.AllAsync(cloud), row => !row.StartsWith("listAnnotations", StringComparison.Ordinal));
        await using var db = portal.Db();
        Assert.Equal(ChangeState.Paused, (await db.Changes.SingleAsync(c => c.Id == change)).State);
        Assert.IsType<Web.Shared.Refused>((await portal.Get<TakeBackPush>().Preview(back.Value)).Outcome);
        Assert.Equal("This push was taken back already.", (await portal.Get<TakeBackPush>().Preview(run)).Outcome?.Sentence);
        Assert.Equal(back.Value, (await portal.Get<PushQueries>().Find(run))!.TakenBackBy!.Id);
        var left = await PushedIds.Of(db, stopped.CloudId, stopped.ZoneId, default);
        Assert.Empty(left.Owned);
    }

    [Fact]
    public async Task Skip_OfTheRefusedStep_LetsThePushEndWithTheReasonShown()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var (_, run, stopped) = await StoppedAsync(cloud);
        var omar = await portal.OperatorAsync();
        Assert.IsType<Web.Shared.Refused>(await portal.Get<SkipStep>().Execute(omar, run, stopped.StoppedAtStep!, " "));
        Assert.Null(await portal.Get<SkipStep>().Execute(omar, run, stopped.StoppedAtStep!, "the pool comes next week"));
        await using var one = await PortalAsync();
        var ended = await UntilAsync(run, PushState.Done, PushState.Stopped);
        Assert.True(ended.State == PushState.Done, ended.StopReason);
        var view = (await portal.Get<PushQueries>().Find(run))!;
        Assert.Equal("Skipped by Omar: the pool comes next week", view.Reports.Single(r => r.Key == stopped.StoppedAtStep).Text);
        await using var db = portal.Db();
        Assert.Contains("pod/pod", (await PushedIds.Of(db, ended.CloudId, ended.ZoneId, default)).Known.Keys);
    }

    [Fact]
    public async Task Push_DatabaseAndCloudLostOnTheWay_GoesOnByItselfAndMakesNothingTwice()
    {
        await using var cloud = await PracticeCloud.StartAsync("--latency", "1", "--pace", "0");
        var (_, run) = await OrderAsync(cloud);
        await using var one = await PortalAsync();
        for (var cut = 0; cut < 3; cut++)
        {
            await Task.Delay(700);
            await using var db = portal.Db();
            // As when the server restarts: every line is cut, also the one that holds the lease.
            await db.Database.ExecuteSqlAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
            if (cut != 1) continue;
            await cloud.KillAsync();
            await Task.Delay(500);
            await cloud.RestartAsync();
        }

        var ended = await UntilAsync(run, PushState.Done, PushState.Stopped);
        Assert.True(ended is { State: PushState.Done, Differences: 0 }, ended.StopReason);
        var answers = await CloudAnswers.AllAsync(cloud);
        Assert.Equal(answers.Distinct().Count(), answers.Count);
    }

    [Fact]
    public async Task Push_OutsideItsWindow_WaitsAndIsPausedWhenTheWindowCloses()
    {
        await using var cloud = await PracticeCloud.StartAsync("--latency", "1");
        var (_, run) = await OrderAsync(cloud);
        var zone = await RunAsync(run);
        var now = TimeProvider.System.GetUtcNow();
        var closed = new MaintenanceWindow { CloudId = zone.CloudId, Days = 1 << (int)now.AddDays(3).DayOfWeek, From = new TimeOnly(2, 0), Minutes = 60 };
        await using var db = portal.Db();
        db.MaintenanceWindows.Add(closed);
        await db.SaveChangesAsync();
        await using var one = await PortalAsync();
        await Task.Delay(1500);
        Assert.Equal(PushState.Waiting, (await RunAsync(run)).State);
        Assert.NotNull((await portal.Get<PushQueries>().Find(run))!.Opens);

        // The zone's own window counts: open now, and closed again while the push runs.
        var open = new MaintenanceWindow { CloudId = zone.CloudId, ZoneId = zone.ZoneId, Days = 127, From = TimeOnly.FromDateTime(now.UtcDateTime.AddMinutes(-5)), Minutes = 60 };
        db.MaintenanceWindows.Add(open);
        await db.SaveChangesAsync();
        await UntilAsync(run, PushState.Running);
        db.MaintenanceWindows.Remove(open);
        await db.SaveChangesAsync();
        Assert.Equal(PushState.Waiting, (await UntilAsync(run, PushState.Waiting, PushState.Done)).State);
        db.MaintenanceWindows.Remove(closed);
        await db.SaveChangesAsync();
        Assert.Equal(PushState.Done, (await UntilAsync(run, PushState.Done, PushState.Stopped)).State);
    }

    // A push that CloudStack stopped at the storage pool.
    private async Task<(Guid Change, Guid Run, PushRun Stopped)> StoppedAsync(PracticeCloud cloud)
    {
        using var http = new HttpClient();
        (await http.PostAsync(new Uri(cloud.Endpoint, "/control/faults"), new StringContent("command=createStoragePool;times=1;kind=refuse;code=431;cserrorcode=4350;text=The pool cannot be mounted"))).EnsureSuccessStatusCode();
        var (change, run) = await OrderAsync(cloud);
        await using var one = await PortalAsync();
        var stopped = await UntilAsync(run, PushState.Stopped, PushState.Done);
        Assert.Equal(PushState.Stopped, stopped.State);
        Assert.Contains("The pool cannot be mounted", stopped.StopReason, StringComparison.Ordinal);
        return (change, run, stopped);
    }

    [Fact]
    public async Task TestConnection_OfThePracticeCloud_PassesAndItsFactsAreRead()
    {
        await using var cloud = await PracticeCloud.StartAsync();
        var id = await portal.CloudAsync(CloudKinds.Practice, cloud.Endpoint.ToString(), cloud.Key, cloud.Secret);
        var omar = await portal.OperatorAsync();
        Assert.True((await portal.Get<TestConnection>().Execute(omar, id)).Value.Commands.Count > 20);
        Assert.NotEmpty((await portal.Get<ReadCloudFacts>().Execute(omar, id)).Value.NetworkOfferings);
    }

    private async Task<(Guid Change, Guid Run)> OrderAsync(PracticeCloud cloud) => await OrderAsync(await portal.CloudAsync(CloudKinds.Practice, cloud.Endpoint.ToString(), cloud.Key, cloud.Secret));

    private async Task<(Guid Change, Guid Run)> OrderAsync(Guid cloud)
    {
        var ana = await portal.DesignerAsync();
        var number = await portal.Get<SubmitZone>().Execute(ana, await portal.ZoneAsync(ana, cloud), "zone", "");
        Assert.False(number.Failed(out var outcome), outcome?.Sentence);
        await using var db = portal.Db();
        var change = await db.Changes.Where(c => c.Number == number.Value).Select(c => c.Id).SingleAsync();
        var run = await portal.Get<StartPush>().Execute(await portal.OperatorAsync(), change);
        Assert.False(run.Failed(out outcome), outcome?.Sentence);
        return (change, run.Value);
    }

    // A portal whose worker runs; disposing ends it as a service manager does.
    private async Task<RunningPortal> PortalAsync()
    {
        var services = portal.Build();
        var worker = services.GetServices<IHostedService>().OfType<PushWorker>().Single();
        await worker.StartAsync(default);
        return new RunningPortal(services, worker);
    }

    private async Task<PushRun> RunAsync(Guid run)
    {
        await using var db = portal.Db();
        return await db.PushRuns.AsNoTracking().SingleAsync(r => r.Id == run);
    }

    private async Task<PushRun> UntilAsync(Guid run, params PushState[] states)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await RunAsync(run) is var now && states.Contains(now.State))
                return now;
            await Task.Delay(200);
        }

        return await RunAsync(run);
    }

    private sealed record RunningPortal(ServiceProvider Services, PushWorker Worker) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Worker.StopAsync(default);
            await Services.DisposeAsync();
        }
    }
}
