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
        var calls = plan.Steps.Where(s => !s.OnlyFinds && s.Action is PlanAction.Create or PlanAction.Change or PlanAction.Remove).DistinctBy(s => s.Command).ToList();
        for (var at = 0; at < calls.Count; at++)
        {
            // A plan of few calls gets its fault too.
            if (lot.Next(3) != 0 && (faults.Count > 0 || at < calls.Count - 1))
                continue;
            var step = calls[at];
            string[] kinds = ["kind=drop-answer", "kind=drop-connection", "kind=unavailable", "kind=unauthorized", "kind=delay;milliseconds=700", .. step.IsAsync ? new[] { "kind=job-lost" } : []];
            faults.Add($"command={step.Command};times=1;{kinds[lot.Next(kinds.Length)]}");
        }
#pragma warning restore CA5394
        return faults;
    }

    /// <summary>The same in words, one for each call that was struck.</summary>
    public static IReadOnlyList<(string Command, string Trouble)> Told(Plan plan, int seed) =>
        [.. Of(plan, seed).Select(fault => fault.Split(';')).Select(parts => (parts[0]["command=".Length..], Words[parts[2]["kind=".Length..]]))];

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["drop-answer"] = "answer lost", ["drop-connection"] = "line cut before it", ["unavailable"] = "503, server busy", ["unauthorized"] = "401, session lost", ["delay"] = "slow", ["job-lost"] = "job lost",
    };
}
