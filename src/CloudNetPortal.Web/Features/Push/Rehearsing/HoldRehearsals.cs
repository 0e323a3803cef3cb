using System.Text.Json;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Push;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Snapshots;
using CloudNetPortal.Store.Auditing;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CloudNetPortal.Web.Features.Push.Rehearsing;

/// <summary>Holds the rehearsals that were asked for, one after another; one whose portal is gone is begun anew.</summary>
[DisallowConcurrentExecution]
internal sealed class HoldRehearsals(IDbContextFactory<PortalDbContext> store, CloudConnections connections, RehearsalStage stage, LiveUpdates updates, TimeProvider time, ILogger<HoldRehearsals> log) : IJob
{
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        while (await Next(cancellationToken) is { } rehearsal)
            await Hold(rehearsal, cancellationToken);
    }

    /// <summary>Holds one to its end; its result is stored whatever happens.</summary>
    internal async Task Hold(Rehearsal rehearsal, CancellationToken cancel)
    {
        updates.Tell(Topic.Change(rehearsal.ChangeId));
        var (passed, text, result) = (false, "", (string?)null);
        try
        {
            using var alive = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var pulse = Pulse(rehearsal.Id, alive.Token);
            var outcome = await Rehearse(rehearsal, cancel);
            await alive.CancelAsync();
            await pulse;
            (passed, text) = (outcome.Kind == PushOutcomeKind.Completed, outcome.Text);
            result = JsonSerializer.Serialize(outcome.Steps.Select(s => new RehearsedStep(s.Key, s.Title, s.State, s.Text)), PushJob.Json);
        }
        catch (Exception trouble) when (trouble is SnapshotException or SecretNotReadableException or RehearsalFailedException or HttpRequestException or JsonException or InvalidOperationException)
        {
            log.LogWarning("Rehearsal {Rehearsal} could not be held: {Trouble}", rehearsal.Id, trouble.Message);
            text = $"It could not be held: {trouble.Message}";
        }

        await using var db = (await store.CreateDbContextAsync(CancellationToken.None)).As(Actor.Portal(nameof(HoldRehearsals)));
        var row = await db.Rehearsals.SingleAsync(r => r.Id == rehearsal.Id, CancellationToken.None);
        row.End(passed, text, result, time.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        updates.Tell(Topic.Change(rehearsal.ChangeId));
    }

    internal async Task<Rehearsal?> Next(CancellationToken cancel)
    {
        await using var db = (await store.CreateDbContextAsync(cancel)).As(Actor.Portal(nameof(HoldRehearsals)));
        var silent = time.GetUtcNow() - Silent;
        var next = await db.Rehearsals.Where(r => r.State == RehearsalState.Waiting || (r.State == RehearsalState.Running && r.AliveAt < silent)).OrderBy(r => r.StartedAt).FirstOrDefaultAsync(cancel);
        next?.CarryOn(time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return next;
    }

    private async Task<PushOutcome> Rehearse(Rehearsal rehearsal, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var change = await db.Changes.AsNoTracking().IgnoreAutoIncludes().SingleAsync(c => c.Id == rehearsal.ChangeId, cancel);
        var plan = (await db.ChangePlans.AsNoTracking().SingleAsync(p => p.ChangeId == change.Id && p.Hash == rehearsal.PlanHash, cancel)).Read();
        var cloud = await db.Clouds.AsNoTracking().SingleAsync(c => c.Id == change.CloudId, cancel);
        var target = await connections.ForRead(cloud, cancel) ?? throw new RehearsalFailedException($"{cloud.Name} has no keys yet.");
        var copy = (await new SnapshotReader(target, time).ReadByNameAsync(plan.ZoneName, cancel)).Snapshot;

        await using var play = await stage.Open(copy, rehearsal.Seed is { } seed ? RehearsalFaults.Of(plan, seed) : [], cancel);
        using var http = CloudStackHttp.Create();
        // Real passwords stay where they are: the practice cloud takes any.
        return await new PlanRunner(plan, new CloudStackClient(http, play.Endpoint, time), new MemoryJournal(), (_, _) => Task.FromResult("rehearsal"), new Unwatched(), time)
        {
            Worker = "rehearsal", Patience = new PushPatience { LandingLimit = TimeSpan.FromSeconds(1), Outage = TimeSpan.FromMinutes(1) },
        }.RunAsync(stop: cancel);
    }

    private async Task Pulse(Guid id, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Silent / 5, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await using var db = await store.CreateDbContextAsync(CancellationToken.None);
            await db.Rehearsals.Where(r => r.Id == id && r.State == RehearsalState.Running).ExecuteUpdateAsync(set => set.SetProperty(r => r.AliveAt, time.GetUtcNow()), CancellationToken.None);
        }
    }

    private sealed class Unwatched : IPushObserver
    {
        public void On(PushEvent happened) { }
    }
}

/// <summary>How a step ended in a rehearsal.</summary>
internal sealed record RehearsedStep(string Key, string Title, CloudNetPortal.Push.StepState State, string? Text);

/// <summary>A rehearsal could not be held; the message says why.</summary>
internal sealed class RehearsalFailedException(string message) : Exception(message);
