using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>What the portal knows of a zone's objects on a cloud: their ids by step key, and which of them its pushes made.</summary>
/// <param name="Ids">Id on the cloud by step key, the newest push last.</param>
/// <param name="Owned">Ids that a push made: only these are ever removed.</param>
internal sealed record KnownObjects(IReadOnlyDictionary<string, string> Ids, IReadOnlySet<string> Owned)
{
    public static async Task<KnownObjects> Of(PortalDbContext db, Guid zoneId, Guid cloudId, CancellationToken cancel)
    {
        Dictionary<string, string> ids = [];
        HashSet<string> owned = [];
        var runs = await db.PushRuns.AsNoTracking().Where(r => r.ZoneId == zoneId && r.CloudId == cloudId).OrderBy(r => r.StartedAt).Select(r => new { r.Id, r.ChangeId, r.PlanHash }).ToListAsync(cancel);
        foreach (var run in runs)
        {
            var bytes = await db.ChangePlans.AsNoTracking().Where(p => p.ChangeId == run.ChangeId && p.Hash == run.PlanHash).Select(p => p.Bytes).SingleAsync(cancel);
            var plan = Plan.Read(bytes);
            var creates = plan.Purpose == PlanPurpose.Build ? plan.Steps.Where(s => s is { Action: PlanAction.Create, OnlyFinds: false, Lookup: not null }).Select(s => s.Key).ToHashSet(StringComparer.Ordinal) : [];
            var keys = plan.Steps.Where(s => s.Action is not (PlanAction.Remove or PlanAction.Wait)).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
            var entries = await db.PushJournal.AsNoTracking().Where(j => j.RunId == run.Id && (j.Kind == "result" || j.Kind == "observed")).OrderBy(j => j.Number).Select(j => j.EntryJson).ToListAsync(cancel);
            foreach (var entry in entries.Select(JournalJson.Read))
            {
                var (step, learned) = entry switch
                {
                    StepResult result => (result.Step, result.Learned),
                    StepObserved observed => (observed.Step, observed.Learned),
                    _ => ("", new Dictionary<string, string>()),
                };
                if (plan.Purpose != PlanPurpose.Build || !keys.Contains(step) || !learned.TryGetValue("id", out var id))
                    continue;
                ids[step] = id;
                if (entry is StepResult { How: StepEffect.Called } && creates.Contains(step))
                    owned.Add(id);
            }
        }

        return new KnownObjects(ids, owned);
    }
}
