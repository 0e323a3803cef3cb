using System.Text.Json;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Looking;
using CloudNetPortal.Push.Running;

namespace CloudNetPortal.Push.Acting;

/// <summary>Makes or changes an object, or only finds it.</summary>
internal sealed class MakeAct(StepTurn turn) : CallAct(turn)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ObjectLookup _lookup = new(turn.Reads, turn.Arguments);
    private readonly ReadBack _readBack = new(turn.Reads, turn.Arguments);

    protected override async Task<Seen> LookAsync()
    {
        if (IsNewborn())
        {
            WentUnseen = true;
            return Seen.Nothing;
        }
        WentUnseen = false;
        // Before the first call a list may serve several steps; before a repetition it is read anew.
        var found = await FindAsync(Memory.Attempt == 0 ? Turn.ReadNotBefore(Fresh) : null);
        if (found.End is not null) return found;
        if (found.IsEffect)
        {
            if (Step.OnlyFinds || Step.Lookup!.FoundMeansDone) return found;
            // The object exists, the call on it is still to be made; its own arguments may name its id.
            Memory.Learned = Turn.LearnFrom(found.Row, null);
        }
        else if (Step.OnlyFinds || (Step.Lookup is { FoundMeansDone: false } && Step.Arguments.Any(a => a.Step == Step.Key)))
        {
            return new Seen(false, End: await Turn.RefuseAsync(null, null, $"{Step.Lookup?.Command} found nothing that matches."));
        }
        return Seen.Nothing;
    }

    // What belongs to an object that this run has just made cannot have been there before: the first call needs no look.
    private bool IsNewborn() =>
        Step is { Action: PlanAction.Create, OnlyFinds: false, Lookup: { FoundMeansDone: true, OnlyIfOurs: false } lookup } && Memory is { Attempt: 0, CanHaveLanded: false, Choice: null }
        && lookup.Arguments.Any(a => a.Step is { } owner && owner != Step.Key && Turn.Scene.Memory[owner].MadeHere
            && Turn.Scene.Steps[owner] is { Action: PlanAction.Create, OnlyFinds: false, Lookup.FoundMeansDone: true });

    /// <summary>The object as it is listed; several, or a stranger's, end the step.</summary>
    private async Task<Seen> FindAsync(long? notBefore)
    {
        if (Step.Lookup is not { } lookup) return Seen.Nothing;
        var rows = await _lookup.FindAsync(Step, lookup, notBefore);
        if (lookup.Unclaimed) rows = Unclaimed(rows);
        for (var tries = 0; rows.Count == 0 && Step.OnlyFinds && tries < 4; tries++)
        {
            await Turn.Waits.PauseAsync(Step.Key, "The object is not listed yet", Turn.Patience.Settling / 4);
            rows = await _lookup.FindAsync(Step, lookup);
        }
        var isStranger = lookup.OnlyIfOurs && !Memory.CanHaveLanded;
        if (rows.Count == 0) return Seen.Nothing;
        if (rows is [var only] && !isStranger) return new Seen(true, only.Json);
        if (Memory.Choice is { } choice)
        {
            if (choice.ObjectId is null) return Seen.Nothing;
            if (rows.Where(r => r.Text("id") == choice.ObjectId).ToArray() is [var chosen]) return new Seen(true, chosen.Json);
        }
        var candidates = rows.Select(ObjectLookup.Describe).ToArray();
        await Turn.AddAsync(new StepAmbiguous(Turn.Now, Step.Key, candidates));
        return new Seen(false, End: Turn.Report(StepState.NeedsChoice) with
        {
            Candidates = candidates,
            Text = candidates is [var one] ? $"“{Step.Title}” is there already, and no push of ours made it ({one.Id})." : $"{candidates.Length} objects could be “{Step.Title}”.",
        });
    }

    // Objects without a natural key: what others claimed and what was there before our call is not ours; before any call nothing is. Steps for such objects
    // go one at a time, so what is left is the effect of this one.
    private IReadOnlyList<ListedRow> Unclaimed(IReadOnlyList<ListedRow> rows)
    {
        ListedBefore = [.. rows.Select(r => r.Required("id"))];
        if (!Memory.CanHaveLanded) return [];
        var claimed = Turn.Scene.Memory.ClaimedByOthers(Step.Key);
        return [.. rows.Where(r => !claimed.Contains(r.Required("id")) && Memory.Known?.Contains(r.Required("id")) != true)];
    }

    internal override async Task<Seen> SeeEffectAsync()
    {
        if (Step.Lookup is not null)
        {
            var found = await FindAsync(null);
            if (found.End is not null || !found.IsEffect || Step.Lookup.FoundMeansDone) return found;
            Memory.Learned = Turn.LearnFrom(found.Row, null);
        }
        // Nothing to look for by itself: the effect shows in what would be read back.
        if (Step.ReadBack is not { } what) return Seen.Nothing;
        try
        {
            var (proofs, back) = await _readBack.ReadAsync(Step, what, Memory.Learned.GetValueOrDefault("id"));
            return new Seen(back is not null && proofs.Count > 0 && proofs.All(p => p.Same), back?.Json ?? default);
        }
        catch (UnknownFieldException)
        {
            // It is read back by an id that the lost answer would have told.
            return Seen.Nothing;
        }
    }

    // Only of an object that the call made: an update that was answered and changed nothing has been seen.
    protected override async Task<bool> ShowsItAsync(JsonElement row) =>
        Step is { Action: PlanAction.Create, Lookup.FoundMeansDone: true, ReadBack: { } what } && await _readBack.CompareAsync(Step, what, new ListedRow(row)) is { Count: > 0 } proofs && proofs.All(p => p.Same);

    protected override async Task<StepReport> ObserveAsync()
    {
        IReadOnlyList<Proof> proofs = [];
        if (Step.ReadBack is { } what)
        {
            var start = Turn.Time.GetTimestamp();
            for (var pause = TimeSpan.FromMilliseconds(100); ; pause *= 1.7)
            {
                (proofs, var row) = await _readBack.ReadAsync(Step, what, Memory.Learned.GetValueOrDefault("id"));
                if (row is { } seen) Memory.Learned = Turn.LearnFrom(seen.Json, Memory.Learned.GetValueOrDefault("id"));
                if (proofs.All(p => p.Same) || Turn.Time.GetElapsedTime(start) > Turn.Patience.Settling) break;
                await Turn.Waits.PauseAsync(Step.Key, "What was read is not yet what was sent", pause);
            }
        }
        return await Turn.ObservedAsync(proofs);
    }
}
