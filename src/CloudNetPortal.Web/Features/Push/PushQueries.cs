using System.Text.Json;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>What pages read of pushes. How the steps stand comes from the journal, so every page on every portal sees the same.</summary>
internal sealed class PushQueries(IDbContextFactory<PortalDbContext> store, PushBoard board, TimeProvider time)
{
    /// <summary>All pushes, newest first.</summary>
    public async Task<IReadOnlyList<PushLine>> List(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.PushRuns.AsNoTracking().OrderByDescending(run => run.StartedAt)
            .Select(run => new PushLine(run, db.Changes.Where(c => c.Id == run.ChangeId).Select(c => c.Number).Single(), db.Zones.Where(z => z.Id == run.ZoneId).Select(z => z.Name).Single(),
                db.Clouds.Where(c => c.Id == run.CloudId).Select(c => c.Name).Single(), db.ChangePlans.Where(p => p.ChangeId == run.ChangeId && p.Hash == run.PlanHash).Select(p => p.Steps).Single(),
                db.PushJournal.Where(j => j.RunId == run.Id && j.Kind == "observed").Select(j => j.Step).Distinct().Count()))
            .ToListAsync(cancel);
    }

    /// <summary>One push with its plan, its steps and its journal, or null.</summary>
    public async Task<PushView?> Find(Guid runId, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.PushRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == runId, cancel) is not { } run)
            return null;
        var plan = (await db.ChangePlans.AsNoTracking().SingleAsync(p => p.ChangeId == run.ChangeId && p.Hash == run.PlanHash, cancel)).Read();
        var change = await db.Changes.AsNoTracking().IgnoreAutoIncludes().SingleAsync(c => c.Id == run.ChangeId, cancel);
        var zone = await db.Zones.Where(z => z.Id == run.ZoneId).Select(z => z.Name).SingleAsync(cancel);
        var cloud = await db.Clouds.AsNoTracking().SingleAsync(c => c.Id == run.CloudId, cancel);
        var journal = await StoredJournal.Read(store, runId, cancel);
        var proofs = run.ProofJson is { } json ? JsonSerializer.Deserialize<List<Proof>>(json, PushJob.Json)! : [.. StepsSoFar.Of(plan, journal).SelectMany(s => s.Proofs)];
        var takenBack = await db.PushRuns.AsNoTracking().Where(r => r.TakesBack == runId && r.State != PushState.Cancelled).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancel);
        return new PushView(run, change.Number, zone, cloud, plan, StepsSoFar.Of(plan, journal), journal, proofs, Waits(run), run.State == PushState.Waiting ? await PushWindows.OpensAt(db, run, time.GetUtcNow(), cancel) : null, takenBack);
    }

    // Of a push in this portal the latest; of one in another what its worker said last.
    private string[] Waits(PushRun run) =>
        board.WaitsFor(run.Id) is { Count: > 0 } here ? [.. here.Select(w => w.Why).Distinct()] : run.WaitsFor?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>A push in the list.</summary>
/// <param name="Steps">How many steps the plan has.</param>
/// <param name="Observed">How many of them were read back.</param>
internal sealed record PushLine(PushRun Run, int ChangeNumber, string ZoneName, string CloudName, int Steps, int Observed);

/// <summary>A push as its page shows it.</summary>
/// <param name="Reports">Where each step of the plan stands, in plan order.</param>
/// <param name="Journal">What happened, oldest first.</param>
/// <param name="Proofs">What was read back and compared so far.</param>
/// <param name="WaitsFor">What its steps wait for at this moment.</param>
/// <param name="Opens">When the maintenance window opens that it waits for.</param>
/// <param name="TakenBackBy">The push that takes this one back, or did.</param>
internal sealed record PushView(PushRun Run, int ChangeNumber, string ZoneName, Cloud Cloud, Plan Plan, IReadOnlyList<StepReport> Reports, IReadOnlyList<JournalEntry> Journal,
    IReadOnlyList<Proof> Proofs, IReadOnlyList<string> WaitsFor, DateTimeOffset? Opens, PushRun? TakenBackBy);
