using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Looking;
using CloudNetPortal.Push.Running;

namespace CloudNetPortal.Push.Acting;

/// <summary>Changes nothing: the object is found and read for the proof. When it is no longer as designed, what depends on it is not started.</summary>
internal sealed class KeepAct(StepTurn turn) : StepAct(turn)
{
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(10);

    protected override async Task<StepReport> ActAsync()
    {
        if (Memory.Effect is null)
        {
            var found = await FindAsync();
            Turn.Phase(StepPhase.Looked);
            if (found.End is { } end) return end;
            await Turn.RecordAsync(StepEffect.Adopted, found.Row, null);
        }
        if (Step.ReadBack is not { } what) return await Turn.ObservedAsync([]);
        var (proofs, row) = await new ReadBack(Turn.Reads, Turn.Arguments).ReadAsync(Step, what, Memory.Learned.GetValueOrDefault("id"), Turn.ReadNotBefore(Recent));
        if (row is { } seen) Memory.Learned = Turn.LearnFrom(seen.Json, Memory.Learned.GetValueOrDefault("id"));
        return await Turn.ObservedAsync(proofs);
    }

    private async Task<Seen> FindAsync()
    {
        if (Step.Lookup is not { } lookup) return Seen.Nothing;
        var rows = await new ObjectLookup(Turn.Reads, Turn.Arguments).FindAsync(Step, lookup, Turn.ReadNotBefore(Recent));
        if (rows is [var only]) return new Seen(true, only.Json);
        if (Memory.Choice?.ObjectId is { } id && rows.Where(r => r.Text("id") == id).ToArray() is [var chosen]) return new Seen(true, chosen.Json);
        if (rows.Count > 1)
        {
            var candidates = rows.Select(ObjectLookup.Describe).ToArray();
            await Turn.AddAsync(new StepAmbiguous(Turn.Now, Step.Key, candidates));
            return new Seen(false, End: Turn.Report(StepState.NeedsChoice) with { Candidates = candidates, Text = $"{candidates.Length} objects could be “{Step.Title}”." });
        }
        return new Seen(false, End: await Turn.RefuseAsync(null, null, "It is no longer there. Validate the change again: the plan is then made anew with a step that makes it."));
    }
}
