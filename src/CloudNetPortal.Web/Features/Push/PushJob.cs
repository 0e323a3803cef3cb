using System.Text.Json.Serialization;
using System.Text.Json;
using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Store.Auditing;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>One push under one lease: takes the run, carries out the approved plan, keeps the lease, follows orders in the row, and writes down how it ended.</summary>
internal sealed class PushJob(IDbContextFactory<PortalDbContext> store, CloudConnections connections, SecretVault vault, PushBoard board, LiveUpdates updates, TimeProvider time, ILogger<PushJob> log)
{
    /// <summary>How proofs are stored.</summary>
    public static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter() } };

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    public async Task Run(Guid runId, LeasedZone lease, string worker, CancellationToken stop)
    {
        if (await Take(runId, lease.Fence, stop) is not { } work)
            return;
        Tell(work.Run);
        var control = new PushControl();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var orders = new Orders();
        var watch = Watch(runId, lease, control, orders, end);
        try
        {
            var outcome = await Carry(work, lease, worker, control, end.Token);
            // Told to stop by the portal's own end or a lost lease, not by a person: whoever has the lease next goes on.
            if (!(end.IsCancellationRequested && outcome.Kind == PushOutcomeKind.Paused && !control.IsPauseAsked))
                await Close(runId, lease.Fence, outcome, orders);
        }
        catch (Exception outage) when (outage is NpgsqlException or DbUpdateException || outage.GetBaseException() is NpgsqlException)
        {
            log.LogWarning("Push {Run} lost its database and goes on when that is back: {Trouble}", runId, outage.GetBaseException().Message);
        }
        catch (Exception trouble) when (trouble is SecretNotReadableException or JsonException or InvalidOperationException or UriFormatException)
        {
            log.LogError(trouble, "Push {Run} cannot go on.", runId);
            await Close(runId, lease.Fence, new PushOutcome(PushOutcomeKind.NotAllowed, trouble.Message, []), orders);
        }
        finally
        {
            await end.CancelAsync();
            await watch;
            board.Forget(runId);
            await ForgetWaits(runId);
            Tell(work.Run);
        }
    }

    private async Task<Work?> Take(Guid runId, long fence, CancellationToken cancel)
    {
        await using var db = (await store.CreateDbContextAsync(cancel)).As(Actor.Portal(nameof(PushWorker)));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await SteerPush.Locked(db, runId, cancel) is not { } run || !run.Take(fence))
            return null;
        var plan = await db.ChangePlans.AsNoTracking().SingleAsync(p => p.ChangeId == run.ChangeId && p.Hash == run.PlanHash, cancel);
        var cloud = await db.Clouds.AsNoTracking().SingleAsync(c => c.Id == run.CloudId, cancel);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        return new Work(run, plan.Read(), cloud);
    }

    private async Task<PushOutcome> Carry(Work work, LeasedZone lease, string worker, PushControl control, CancellationToken stop)
    {
        if (work.Plan.Hash() != work.Run.PlanHash)
            throw new InvalidOperationException("The stored plan is not the approved one.");
        if (await connections.ForPush(work.Cloud, stop) is not { } client)
            throw new InvalidOperationException($"{work.Cloud.Name} has no push key.");
        // Calls to a practice cloud are quick: what has not landed soon never will.
        var patience = work.Cloud.Kind == CloudKinds.Practice ? new PushPatience { LandingLimit = TimeSpan.FromSeconds(5) } : new PushPatience();
        var runner = new PlanRunner(work.Plan, client, new StoredJournal(store, work.Run.Id, lease.Fence), (reference, cancel) => vault.Open(SecretUse.Design, reference, cancel), board.Observe(work.Run.Id), time)
        {
            Worker = worker, Choices = work.Run.Choices, Patience = patience, Skips = [.. work.Run.Skips.Select(s => new OperatorSkipped(s.At, s.Step, s.Reason, s.By))],
        };
        return await runner.RunAsync(control, stop);
    }

    // Keeps the lease and looks for orders until the run has ended.
    private async Task Watch(Guid runId, LeasedZone lease, PushControl control, Orders orders, CancellationTokenSource end)
    {
        var renewed = time.GetTimestamp();
        try
        {
            while (!end.IsCancellationRequested)
            {
                await Task.Delay(Glance, time, end.Token);
                if (time.GetElapsedTime(renewed) > LeasedZone.Length / 3)
                {
                    if (!await lease.Renew(end.Token))
                    {
                        log.LogWarning("Push {Run} lost the lease of its zone.", runId);
                        await end.CancelAsync();
                        return;
                    }

                    renewed = time.GetTimestamp();
                }

                await Glimpse(runId, control, orders, end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
    }

    private async Task Glimpse(Guid runId, PushControl control, Orders orders, CancellationToken cancel)
    {
        try
        {
            await using var db = await store.CreateDbContextAsync(cancel);
            var run = await db.PushRuns.AsNoTracking().SingleAsync(r => r.Id == runId, cancel);
            if (run.CancelRequested)
                control.Cancel();
            else if (run.PauseRequested)
                control.Pause();
            else if (!await PushWindows.IsOpen(db, run, time.GetUtcNow(), cancel))
            {
                orders.WindowClosed = true;
                control.Pause();
            }

            // What it waits for is in this process only; pages of other portals read it here.
            var waits = board.WaitsFor(runId) is { Count: > 0 } now ? string.Join('\n', now.Select(w => w.Why)) : null;
            if (waits != run.WaitsFor)
            {
                await db.PushRuns.Where(r => r.Id == runId).ExecuteUpdateAsync(set => set.SetProperty(r => r.WaitsFor, waits), cancel);
                updates.Tell(Topic.Push(runId));
            }
        }
        catch (Exception outage) when (outage.GetBaseException() is NpgsqlException)
        {
            log.LogWarning("Orders for push {Run} cannot be read: {Trouble}", runId, outage.GetBaseException().Message);
        }
    }

    private async Task Close(Guid runId, long fence, PushOutcome outcome, Orders orders)
    {
        if (outcome.Kind == PushOutcomeKind.Fenced)
            return;
        await using var db = (await store.CreateDbContextAsync(CancellationToken.None)).As(Actor.Portal(nameof(PushWorker)));
        await using var whole = await db.Database.BeginTransactionAsync();
        if (await SteerPush.Locked(db, runId, CancellationToken.None) is not { State: PushState.Running } run || run.Fence != fence)
            return;
        var change = (await Approve.Locked(db, run.ChangeId, CancellationToken.None))!;
        var now = time.GetUtcNow();
        switch (outcome.Kind)
        {
            case PushOutcomeKind.Completed:
                run.Finish(ProofOf(outcome), 0, now);
                // What was taken back can be pushed again, or submitted anew.
                if (run.TakesBack is not null)
                    change.PausePush();
                else
                    change.Finish();
                break;
            case PushOutcomeKind.Differs:
                run.Finish(ProofOf(outcome), Math.Max(1, outcome.Proofs.Count(p => !p.Same)), now);
                change.PausePush();
                break;
            case PushOutcomeKind.Paused when orders.WindowClosed:
                run.WaitForWindow();
                break;
            case PushOutcomeKind.Paused:
                run.Pause();
                change.PausePush();
                break;
            case PushOutcomeKind.Cancelled:
                run.Cancel(now);
                change.PausePush();
                break;
            default:
                run.Stop(outcome.Text, outcome.Steps.FirstOrDefault(s => s.State is CloudNetPortal.Push.StepState.NeedsChoice or CloudNetPortal.Push.StepState.Refused)?.Key);
                change.PausePush();
                break;
        }

        await db.SaveChangesAsync();
        if (change.State == ChangeState.Done)
            await Settle(db, run, CancellationToken.None);
        await whole.CommitAsync();
        log.LogInformation("Push {Run} of CH-{Change}: {Outcome}", runId, change.Number, outcome.Text);
    }

    // Ranges of what stands are in use; of a zone that was removed, nothing is.
    private static async Task Settle(PortalDbContext db, PushRun run, CancellationToken cancel)
    {
        if (run.Purpose != PlanPurpose.Remove)
        {
            await RangeLedger.Activate(db, run.ChangeId, cancel);
            return;
        }

        foreach (var change in await db.Changes.IgnoreAutoIncludes().Where(c => c.ZoneId == run.ZoneId && c.CloudId == run.CloudId).Select(c => c.Id).ToListAsync(cancel))
            await RangeLedger.Release(db, change, cancel);
    }

    private async Task ForgetWaits(Guid runId)
    {
        try
        {
            await using var db = await store.CreateDbContextAsync();
            await db.PushRuns.Where(r => r.Id == runId && r.WaitsFor != null).ExecuteUpdateAsync(set => set.SetProperty(r => r.WaitsFor, (string?)null));
        }
        catch (Exception outage) when (outage.GetBaseException() is NpgsqlException)
        {
            log.LogWarning("Push {Run} keeps its last waits until the database is back: {Trouble}", runId, outage.GetBaseException().Message);
        }
    }

    private void Tell(PushRun run) =>
        updates.Tell(Topic.Pushes, Topic.Push(run.Id), Topic.Changes, Topic.Change(run.ChangeId), Topic.Zone(run.ZoneId), Topic.Zones);

    private static string ProofOf(PushOutcome outcome) => JsonSerializer.Serialize(outcome.Proofs, Json);

    // Why the watch asked for a pause.
    private sealed class Orders
    {
        public bool WindowClosed { get; set; }
    }

    private sealed record Work(PushRun Run, Domain.Plans.Plan Plan, Cloud Cloud);
}
