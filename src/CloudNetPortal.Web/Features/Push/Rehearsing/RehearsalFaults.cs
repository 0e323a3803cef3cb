using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Web.Features.Push.Rehearsing;

/// <summary>What may go wrong with calls of a plan, drawn by lot: everything that a push has to get over without a person.</summary>
internal static class RehearsalFaults
{
    public static IReadOnlyList<string> Of(Plan plan, int seed)
    {
        // The same number gives the same faults, so that a rehearsal can be repeated; nothing secret hangs on it.
#pragma warning disable CA5394
        var lot = new Random(seed);
        List<string> faults = [];
        foreach (var step in plan.Steps.Where(s => !s.OnlyFinds && s.Action is PlanAction.Create or PlanAction.Change or PlanAction.Remove).DistinctBy(s => s.Command))
        {
            if (lot.Next(3) != 0)
                continue;
            string[] kinds = ["kind=drop-answer", "kind=drop-connection", "kind=unavailable", "kind=unauthorized", "kind=delay;milliseconds=700", .. step.IsAsync ? new[] { "kind=job-lost" } : []];
            faults.Add($"command={step.Command};times=1;{kinds[lot.Next(kinds.Length)]}");
        }
#pragma warning restore CA5394
        return faults;
    }
}
