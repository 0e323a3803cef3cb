using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>
/// What the journals of all pushes of a zone to a cloud know of its objects: their ids by step key, for the next plan, and which of them a call of ours made, for
/// removals. What a later push removed is no longer known.
/// </summary>
/// <param name="Known">Id of the object of each step, by step key.</param>
/// <param name="Owned">Ids of objects that pushes made.</param>
internal sealed record PushedIds(IReadOnlyDictionary<string, string> Known, IReadOnlySet<string> Owned)
{
    /// <summary>Reads the journals.</summary>
    public static async Task<PushedIds> Of(PortalDbContext db, Guid cloudId, Guid zoneId, CancellationToken cancel)
    {
        var runs = await db.PushRuns.AsNoTracking().Where(r => r.ZoneId == zoneId && r.CloudId == cloudId).OrderBy(r => r.StartedAt).Select(r => new { r.Id, r.ChangeId, r.PlanHash, r.Purpose, r.TakesBack, r.State }).ToListAsync(cancel);
        var (known, owned) = (new Dictionary<string, string>(), new HashSet<string>());
        foreach (var run in runs)
        {
            var plan = await db.ChangePlans.AsNoTracking().Where(p => p.ChangeId == run.ChangeId && p.Hash == run.PlanHash).SingleOrDefaultAsync(cancel);
            var steps = plan?.Read().Steps.ToDictionary(s => s.Key) ?? [];
            foreach (var result in await Results(db, run.Id, cancel))
            {
                if (!steps.TryGetValue(result.Step, out var step))
                    continue;
                if (step.Action == PlanAction.Remove)
                    Forget(known, owned, step);
                else if (run.Purpose == PlanPurpose.Build && result.Learned.GetValueOrDefault("id") is { } id)
                {
                    known[result.Step] = id;
                    // Only what a step brings into being: an object that was there and is changed does not become ours.
                    if (step is { Action: PlanAction.Create, OnlyFinds: false, Lookup.FoundMeansDone: true } && result.How is StepEffect.Called or StepEffect.Recovered) owned.Add(id);
                }
            }

            // What belonged to a removed object went with it.
            if (run is { Purpose: PlanPurpose.Remove, State: PushState.Done })
            {
                known.Clear();
                owned.Clear();
            }
            else if (run is { Purpose: PlanPurpose.RollBack, State: PushState.Done, TakesBack: { } taken })
            {
                foreach (var (key, made) in (await MadeBy(db, taken, cancel)).Where(m => m.Value is { ByUs: true, Id: not null }))
                {
                    known.Remove(key);
                    owned.Remove(made.Id!);
                }
            }
        }

        return new PushedIds(known, owned);
    }

    /// <summary>What one push did, by step key: what a roll back takes back.</summary>
    public static async Task<IReadOnlyDictionary<string, StepMade>> MadeBy(PortalDbContext db, Guid runId, CancellationToken cancel) =>
        PushedSteps.Of(await Results(db, runId, cancel));

    private static void Forget(Dictionary<string, string> known, HashSet<string> owned, PlanStep removal)
    {
        var ids = removal.Arguments.Concat(removal.Lookup?.Match ?? []).Concat(removal.Lookup?.Arguments ?? []).Where(a => a.Name == "id").Select(a => a.Text).OfType<string>().ToHashSet();
        owned.ExceptWith(ids);
        foreach (var key in known.Where(k => ids.Contains(k.Value)).Select(k => k.Key).ToList())
            known.Remove(key);
    }

    private static async Task<IReadOnlyList<StepResult>> Results(PortalDbContext db, Guid runId, CancellationToken cancel) =>
        [.. (await db.PushJournal.AsNoTracking().Where(j => j.RunId == runId && j.Kind == "result").OrderBy(j => j.Number).Select(j => j.EntryJson).ToListAsync(cancel)).Select(JournalJson.Read).OfType<StepResult>()];
}
