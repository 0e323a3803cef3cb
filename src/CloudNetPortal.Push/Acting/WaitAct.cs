using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Looking;
using CloudNetPortal.Push.Running;

namespace CloudNetPortal.Push.Acting;

/// <summary>Waits until the cloud is in a state: asks again and again, shows what it waits for and what it sees, and gives up after its own longest time.</summary>
internal sealed class WaitAct(StepTurn turn) : StepAct(turn)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override async Task<StepReport> ActAsync()
    {
        var wait = Step.Wait ?? throw new InvalidOperationException($"Step “{Step.Key}” waits for nothing.");
        var (filters, match) = (await Turn.Arguments.ResolveAsync(wait.Arguments), await Turn.Arguments.ResolveAsync(wait.Match));
        var (start, longest) = (Turn.Time.GetTimestamp(), TimeSpan.FromSeconds(wait.LongestSeconds));
        for (var pause = TimeSpan.FromMilliseconds(200); ; pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause)
        {
            Turn.Waits.ThrowIfStopped();
            var rows = await Turn.Reads.ListAsync(Step.Key, wait.Command, filters);
            var picked = rows.Where(row => match.All(m => ObjectLookup.IsMatch(row.Json, m.Name, m.Value, ignoreCase: false))).ToArray();
            var missing = await MissingAsync(wait, picked);
            if (missing is null)
            {
                if (Memory.Effect is null) await Turn.RecordAsync(StepEffect.Adopted, default, null);
                var state = wait.Count == 0 ? "none left" : picked.Length == 1 ? "as waited for" : $"{picked.Length} as waited for";
                return await Turn.ObservedAsync([new Proof(Step.Key, Step.Title, "", wait.For, state, Same: true, Step.DesignPath)]);
            }
            var waited = Turn.Time.GetElapsedTime(start);
            if (waited >= longest)
                return await Turn.RefuseAsync(null, null, $"Waited {waited.TotalMinutes:0.#} minutes for {wait.For}, in vain: {missing}. See why in CloudStack, then resume; it waits anew.");
            await Turn.Waits.PauseAsync(Step.Key, $"Waits for {wait.For}: {missing}, {waited.TotalSeconds:0} s so far of at most {longest.TotalMinutes:0.#} minutes", pause);
        }
    }

    // What is still missing, for people; null when nothing is.
    private async Task<string?> MissingAsync(PlanWait wait, ListedRow[] picked)
    {
        if (wait.Count == 0) return picked.Length == 0 ? null : $"{picked.Length} left";
        if (picked.Length < wait.Count) return $"{picked.Length} of {wait.Count} there";
        foreach (var row in picked)
        {
            foreach (var expected in wait.Until)
            {
                if (!ValueComparison.Same(await Turn.Arguments.ResolveAsync(expected.Value), FieldPath.Values(row.Json, expected.Field), expected.As))
                    return $"{row.Text("name") ?? row.Text("id")} has {expected.Field} {FieldPath.Text(row.Json, expected.Field) ?? "not set"}";
            }
        }
        return null;
    }
}
