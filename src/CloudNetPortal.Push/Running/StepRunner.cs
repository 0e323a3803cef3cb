using CloudNetPortal.Domain.Snapshots;
using System.Text.Json;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Looking;

namespace CloudNetPortal.Push.Running;

/// <summary>
/// Carries out one step, whatever its command: look for the object, call if it is not there, settle what a lost answer left open, read back.
/// Every turn is in the journal before the next one is made.
/// </summary>
internal sealed class StepRunner(
    PlanStep step, RunMemory run, CloudStackClient client, PatientReads reads, StepArguments arguments, Waits writes, PushPatience patience, IPushObserver observer, TimeProvider time)
{
    private readonly StepMemory _memory = run[step.Key];
    private readonly ObjectLookup _lookup = new(reads, arguments);
    private readonly ReadBack _readBack = new(reads, arguments);
    private int _lost, _passing;
    private IReadOnlyList<string>? _listedBefore;

    /// <summary>An object that is found can be the effect of a call of ours.</summary>
    private bool CanBeOurs => _memory.SentAt is not null || _memory.MayHaveLanded;

    public async Task<StepReport> RunAsync()
    {
        Phase(StepPhase.Begun);
        try
        {
            while (_memory.Effect is null)
            {
                var end = _memory.SentAt is null ? await LookAndCallAsync() : await SettleAsync();
                if (end is not null) return end;
            }
            return await ObserveAsync();
        }
        catch (UnknownFieldException e)
        {
            return await RefuseAsync(null, null, e.Message);
        }
        catch (CallFailedException e)
        {
            // Only a refused read arrives here; patient reads outlast everything else.
            return await RefuseAsync(e.Failure.Code, e.Failure.CsCode, $"{e.Command}: {e.Failure.Text}");
        }
    }

    private async Task<StepReport?> LookAndCallAsync()
    {
        var found = await FindAsync();
        Phase(StepPhase.Looked);
        if (found.Ambiguous is { } ambiguous) return ambiguous;
        if (found.Row is { } row)
        {
            if (step.OnlyFinds || step.Lookup!.FoundMeansDone)
            {
                await RecordAsync(StepEffect.Adopted, row.Json, null);
                return null;
            }
            // The object exists, the call on it is still to be made; its own arguments may name its id.
            _memory.Learned = LearnFrom(row.Json, null);
        }
        else if (step.OnlyFinds || (step.Lookup is { FoundMeansDone: false } && step.Arguments.Any(a => a.Step == step.Key)))
        {
            return await RefuseAsync(null, null, $"{step.Lookup?.Command} found nothing that matches.");
        }
        return await CallAsync();
    }

    private async Task<(ListedRow? Row, StepReport? Ambiguous)> FindAsync()
    {
        if (step.Lookup is not { } lookup) return (null, null);
        var rows = await _lookup.FindAsync(step, lookup);
        if (lookup.Unclaimed) rows = Unclaimed(rows);
        for (var tries = 0; rows.Count == 0 && step.OnlyFinds && tries < 4; tries++)
        {
            await writes.PauseAsync(step.Key, "The object is not listed yet", patience.Settling / 4);
            rows = await _lookup.FindAsync(step, lookup);
        }
        var isStranger = lookup.OnlyIfOurs && !CanBeOurs;
        if (rows.Count == 0 || (rows.Count == 1 && !isStranger)) return (rows is [var only] ? only : null, null);
        if (_memory.Choice is { } choice)
        {
            if (choice.ObjectId is null) return (null, null);
            if (rows.Where(r => r.Text("id") == choice.ObjectId).ToArray() is [var chosen]) return (chosen, null);
        }
        var candidates = rows.Select(ObjectLookup.Describe).ToArray();
        await run.AddAsync(new StepAmbiguous(time.GetUtcNow(), step.Key, candidates));
        return (null, Report(StepState.NeedsChoice) with
        {
            Candidates = candidates,
            Text = candidates is [var one] ? $"“{step.Title}” is there already, and no push of ours made it ({one.Id})." : $"{candidates.Length} objects could be “{step.Title}”.",
        });
    }

    // Objects without a natural key: what others claimed and what was there before our call is not ours; before any call nothing is.
    private IReadOnlyList<ListedRow> Unclaimed(IReadOnlyList<ListedRow> rows)
    {
        _listedBefore = [.. rows.Select(r => r.Required("id"))];
        if (!CanBeOurs) return [];
        var claimed = run.ClaimedByOthers(step.Key);
        return [.. rows.Where(r => !claimed.Contains(r.Required("id")) && _memory.Known?.Contains(r.Required("id")) != true)];
    }

    private async Task<StepReport?> CallAsync()
    {
        var call = new ApiCall(step.Command)
        {
            Parameters = (await arguments.ResolveAsync(step.Arguments)).ToDictionary(a => a.Name, a => a.Value),
            CustomJobId = step.IsAsync ? Guid.NewGuid() : null,
        };
        await run.AddAsync(new StepIntent(time.GetUtcNow(), step.Key, _memory.Attempt + 1, call.CustomJobId, _listedBefore));
        Phase(StepPhase.Intended);
        await run.AddAsync(new StepSent(time.GetUtcNow(), step.Key, _memory.Attempt));
        Phase(StepPhase.Sending);
        var answer = await client.CallAsync(call, CancellationToken.None);
        Phase(StepPhase.Answered);
        if (answer is { IsPending: true, JobId: { } job }) return await FollowAsync(job, answer.Id);
        return await TakeAsync(answer);
    }

    private async Task<StepReport?> FollowAsync(string job, string? objectId)
    {
        await run.AddAsync(new StepJob(time.GetUtcNow(), step.Key, job, objectId));
        Phase(StepPhase.Following);
        var end = await reads.FollowAsync(step.Key, job, patience.Jobs);
        Phase(StepPhase.JobEnded);
        return await TakeAsync(end);
    }

    /// <summary>Draws the conclusion from an answer. Null: go on (the step has its effect, or is to be looked at again).</summary>
    private async Task<StepReport?> TakeAsync(CallAnswer answer)
    {
        if (answer.Failure is not { } failure)
        {
            writes.Answered();
            await RecordAsync(StepEffect.Called, answer.Objects is [var only] ? only : default, answer.Id ?? _memory.JobObjectId);
            return null;
        }
        switch (failure.Kind)
        {
            case FailureKind.Refused or FailureKind.Gone:
                return await TakeRefusalAsync(failure);
            case FailureKind.Unavailable:
                await NothingHappenedAsync(failure.ToString());
                await writes.TroubleAsync(step.Key, failure);
                return null;
            case FailureKind.Unauthorised:
                await NothingHappenedAsync(failure.ToString());
                // A server in trouble answers 401 to valid calls. A command the keys never had is another matter.
                if (!reads.Commands.Contains(step.Command))
                    throw new RunStoppedException(PushOutcomeKind.NotAllowed, $"These keys may not use {step.Command}.");
                await writes.TroubleAsync(step.Key, failure);
                return null;
            default:
                return await SettleAsync(jobEnded: failure.InJob);
        }
    }

    private async Task<StepReport?> TakeRefusalAsync(CallFailure failure)
    {
        if (PassingRefusals.IsPassing(failure) && ++_passing < patience.Attempts)
        {
            await NothingHappenedAsync(failure.ToString());
            await writes.PauseAsync(step.Key, $"Refused for a passing reason ({failure.Text})", patience.FirstPause * _passing);
            return null;
        }
        // An earlier try of ours may have landed late: then the refusal speaks of our own object.
        if (_memory.MayHaveLanded && step.Lookup is { FoundMeansDone: true })
        {
            var (found, ambiguous) = await FindAsync();
            if (ambiguous is not null) return ambiguous;
            if (found is { } row)
            {
                await RecordAsync(StepEffect.Adopted, row.Json, null);
                return null;
            }
        }
        return await RefuseAsync(failure.Code, failure.CsCode, failure.Text);
    }

    /// <summary>A call is out and its answer is lost: find its job, else its object; only after its longest time may it be repeated.</summary>
    private async Task<StepReport?> SettleAsync(bool jobEnded = false)
    {
        if (_memory.JobId is { } known && !jobEnded) return await FollowAsync(known, _memory.JobObjectId);
        var sentAt = _memory.SentAt ?? time.GetUtcNow();
        var longest = TimeSpan.FromSeconds(step.LongestSeconds);
        if (patience.LandingLimit is { } limit && limit < longest) longest = limit;
        for (var seen = false; ;)
        {
            if (_memory.CustomJobId is { } custom && !jobEnded && await reads.JobExistsAsync(step.Key, custom.ToString())) return await FollowAsync(custom.ToString(), null);
            var isOver = jobEnded || time.GetUtcNow() - sentAt >= longest;
            var (effect, row, ambiguous) = await SeeEffectAsync();
            if (ambiguous is not null) return ambiguous;
            // The row of an asynchronous create exists a moment before its job can be found: look once more before believing it.
            if (effect && (seen || isOver || !step.IsAsync))
            {
                await RecordAsync(StepEffect.Adopted, row, null);
                return null;
            }
            seen = effect;
            if (isOver)
            {
                if (++_lost >= patience.Attempts)
                    throw new RunStoppedException(PushOutcomeKind.Unreachable, $"{step.Title}: the answer was lost {_lost} times and no effect can be found.");
                await run.AddAsync(new StepNotSent(time.GetUtcNow(), step.Key,
                    jobEnded ? "Its job ended without a result, and no effect is found." : "No effect is found after its longest time.", Certain: jobEnded));
                return null;
            }
            var left = longest - (time.GetUtcNow() - sentAt);
            var pause = TimeSpan.FromMilliseconds(seen ? 200 : 1000);
            await writes.PauseAsync(step.Key, "An earlier call may still take effect", left < pause ? left : pause);
        }
    }

    private async Task<(bool Effect, JsonElement Row, StepReport? Ambiguous)> SeeEffectAsync()
    {
        if (step.Lookup is not null)
        {
            var found = await FindAsync();
            if (found.Ambiguous is not null) return (false, default, found.Ambiguous);
            if (found.Row is not { } row) return (false, default, null);
            if (step.Lookup.FoundMeansDone) return (true, row.Json, null);
            _memory.Learned = LearnFrom(row.Json, null);
        }
        // Nothing to look for by itself: the effect shows in what would be read back.
        if (step.ReadBack is not { } what) return (false, default, null);
        try
        {
            var (proofs, back) = await _readBack.ReadAsync(step, what, _memory.Learned.GetValueOrDefault("id"));
            return (back is not null && proofs.Count > 0 && proofs.All(p => p.Same), back?.Json ?? default, null);
        }
        catch (UnknownFieldException)
        {
            // It is read back by an id that the lost answer would have told.
            return (false, default, null);
        }
    }

    private async Task<StepReport> ObserveAsync()
    {
        IReadOnlyList<Proof> proofs = [];
        if (step.ReadBack is { } what)
        {
            var start = time.GetTimestamp();
            for (var pause = TimeSpan.FromMilliseconds(150); ; pause *= 1.7)
            {
                (proofs, var row) = await _readBack.ReadAsync(step, what, _memory.Learned.GetValueOrDefault("id"));
                if (row is { } seen) _memory.Learned = LearnFrom(seen.Json, _memory.Learned.GetValueOrDefault("id"));
                if (proofs.All(p => p.Same) || time.GetElapsedTime(start) > patience.Settling) break;
                await writes.PauseAsync(step.Key, "What was read is not yet what was sent", pause);
            }
        }
        await run.AddAsync(new StepObserved(time.GetUtcNow(), step.Key, proofs, _memory.Learned));
        Phase(StepPhase.Observed);
        var differing = proofs.Where(p => !p.Same).ToArray();
        return Report(differing.Length == 0 ? StepState.Done : StepState.Differs) with
        {
            Proofs = proofs,
            Text = differing.Length == 0 ? null : string.Join(' ', differing.Select(p =>
                p.Field.Length == 0 ? $"Read back: {p.Observed ?? "no such object"}." : $"{p.Field}: sent “{p.Pushed}”, observed “{p.Observed}”.")),
        };
    }

    private Task NothingHappenedAsync(string why) => run.AddAsync(new StepNotSent(time.GetUtcNow(), step.Key, why));

    private async Task RecordAsync(StepEffect how, JsonElement row, string? id)
    {
        await run.AddAsync(new StepResult(time.GetUtcNow(), step.Key, how, LearnFrom(row, id)));
        Phase(StepPhase.Recorded);
    }

    private async Task<StepReport> RefuseAsync(int? code, int? csCode, string text)
    {
        await run.AddAsync(new StepRefused(time.GetUtcNow(), step.Key, code, csCode, text));
        return Report(StepState.Refused) with { Code = code, Text = text };
    }

    // Of an object only the fields that steps refer to are kept: lists can carry much more than a journal should hold.
    private Dictionary<string, string> LearnFrom(JsonElement row, string? id)
    {
        var learned = new Dictionary<string, string>(_memory.Learned);
        if (id is not null) learned["id"] = id;
        foreach (var field in run.WantedOf(step.Key))
            if (FieldPath.Text(row, field) is { } value) learned[field] = value;
        return learned;
    }

    private StepReport Report(StepState state) =>
        new(step.Key, step.Title, state) { How = _memory.Effect, ObjectId = _memory.Learned.GetValueOrDefault("id"), Proofs = _memory.Proofs ?? [] };

    private void Phase(StepPhase phase) => observer.On(new PhaseReached(step.Key, phase));
}
