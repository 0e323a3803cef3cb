using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Running;

namespace CloudNetPortal.Push.Acting;

/// <summary>A step that calls: look, call if the effect is not there, settle what a lost answer left open, read back. It knows no command.</summary>
internal abstract class CallAct(StepTurn turn) : StepAct(turn)
{
    // An accepted “sent” counts for this long. A process that was stopped in between asks again, and is told that another one has taken over.
    private static readonly TimeSpan SentHolds = TimeSpan.FromSeconds(3);

    // A signature lives no longer than the shortest time a successor waits before it repeats a call.
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(10);

    private readonly JobWatch _jobs = new(turn.Scene.Client, turn.Scene.Jobs, turn.Patience, turn.Scene.Observer, turn.Time);
    private int _passing;
    private long? _notYetSince;

    /// <summary>What was listed before the call, for objects without a natural key.</summary>
    protected IReadOnlyList<string>? ListedBefore { get; set; }

    /// <summary>True when the first call went out without a look, because nothing could have been there.</summary>
    protected bool WentUnseen { get; set; }

    /// <summary>Before a call: is it still to be made?</summary>
    protected abstract Task<Seen> LookAsync();

    /// <summary>After a call of ours that may have landed: has it?</summary>
    internal abstract Task<Seen> SeeEffectAsync();

    /// <summary>Reads back what the step did.</summary>
    protected abstract Task<StepReport> ObserveAsync();

    protected override async Task<StepReport> ActAsync()
    {
        var lost = new LostCall(this, Turn);
        while (Memory.Effect is null)
        {
            var end = Memory.Sent is null ? await LookAndCallAsync(lost) : await lost.SettleAsync();
            if (end is not null) return end;
        }
        return await ObserveAsync();
    }

    private async Task<StepReport?> LookAndCallAsync(LostCall lost)
    {
        Turn.Waits.ThrowIfStopped();
        var seen = await LookAsync();
        Turn.Phase(StepPhase.Looked);
        if (seen.IsEffect) await Turn.RecordAsync(Memory.MayHaveLanded ? StepEffect.Recovered : StepEffect.Adopted, seen.Row, null);
        return seen.IsEffect || seen.End is not null ? seen.End : await CallAsync(lost);
    }

    private async Task<StepReport?> CallAsync(LostCall lost)
    {
        var answer = await SendAsync();
        if (answer is { IsPending: true, JobId: { } job }) answer = await FollowAsync(job, answer.Id);
        if (answer.Failure is { } failure) return await TakeAsync(failure, lost);
        await SucceededAsync(answer);
        return null;
    }

    private async Task<CallAnswer> SendAsync()
    {
        var call = new ApiCall(Step.Command)
        {
            Parameters = (await Turn.Arguments.ResolveAsync(Step.Arguments)).ToDictionary(a => a.Name, a => a.Value),
            CustomJobId = Step.IsAsync ? Guid.NewGuid() : null,
            Life = Turn.Patience.LandingLimit is { } limit && limit < LongestLife ? limit > ShortestLife ? limit : ShortestLife : LongestLife,
        };
        await Turn.AddAsync(new StepIntent(Turn.Now, Step.Key, Memory.Attempt + 1, call.CustomJobId, ListedBefore));
        Turn.Phase(StepPhase.Intended);
        while (true)
        {
            var (asked, wall) = (Turn.Time.GetTimestamp(), Turn.Now);
            await Turn.AddAsync(new StepSent(wall, Step.Key, Memory.Attempt, Turn.Scene.Client.ServerNow));
            Turn.Phase(StepPhase.Sending);
            // By both clocks: one of them stands still while the machine sleeps, the other can be moved.
            if (Turn.Time.GetElapsedTime(asked) < SentHolds && (Turn.Now - wall).Duration() < SentHolds) break;
        }
        var answer = await Turn.Scene.Client.CallAsync(call, CancellationToken.None);
        Turn.Phase(StepPhase.Answered);
        return answer;
    }

    private async Task<CallAnswer> FollowAsync(string job, string? objectId)
    {
        await Turn.AddAsync(new StepJob(Turn.Now, Step.Key, job, objectId));
        Turn.Phase(StepPhase.Following);
        var end = await _jobs.FollowAsync(Step.Key, Step.Command, job, Turn.Waits);
        Turn.Phase(StepPhase.JobEnded);
        return end;
    }

    /// <summary>Goes on with a job of an earlier call.</summary>
    internal async Task<StepReport?> FollowToEndAsync(string job, string? objectId, LostCall lost)
    {
        var end = await FollowAsync(job, objectId);
        if (end.Failure is { } failure) return await TakeAsync(failure, lost);
        await SucceededAsync(end);
        return null;
    }

    private async Task SucceededAsync(CallAnswer answer)
    {
        Turn.Waits.Answered();
        var row = answer.Objects is [var only] ? only : default;
        await Turn.RecordAsync(StepEffect.Called, row, answer.Id ?? Memory.JobObjectId);
        if (row.ValueKind == System.Text.Json.JsonValueKind.Object && await ShowsItAsync(row)) Turn.AnswerShowsIt();
    }

    /// <summary>Whether the object in an answer is already the proof, but for the listing.</summary>
    protected virtual Task<bool> ShowsItAsync(System.Text.Json.JsonElement row) => Task.FromResult(false);

    /// <summary>Draws the conclusion from a failure. Null: go on (the step has its effect, or is to be looked at again).</summary>
    private async Task<StepReport?> TakeAsync(CallFailure failure, LostCall lost)
    {
        switch (failure.Kind)
        {
            case FailureKind.Refused or FailureKind.Gone:
                return await TakeRefusalAsync(failure);
            case FailureKind.Unavailable:
                await Turn.NothingHappenedAsync(failure.ToString());
                await Turn.Waits.TroubleAsync(Step.Key, failure);
                return null;
            case FailureKind.Unauthorised:
                await Turn.NothingHappenedAsync(failure.ToString());
                // A server in trouble answers 401 to valid calls. A command the keys never had is another matter.
                if (!Turn.Scene.Commands.Contains(Step.Command))
                    throw new RunStoppedException(PushOutcomeKind.NotAllowed, $"These keys may not use {Step.Command}. Give the account a role that may, or set other keys; then resume.");
                await Turn.Waits.TroubleAsync(Step.Key, failure);
                return null;
            default:
                return await lost.SettleAsync(jobEnded: failure.InJob);
        }
    }

    private async Task<StepReport?> TakeRefusalAsync(CallFailure failure)
    {
        if (Step.NotYet.FirstOrDefault(text => failure.Text.Contains(text, StringComparison.OrdinalIgnoreCase)) is not null)
        {
            _notYetSince ??= Turn.Time.GetTimestamp();
            var waited = Turn.Time.GetElapsedTime(_notYetSince.Value);
            if (waited < TimeSpan.FromSeconds(Step.LongestSeconds))
            {
                await Turn.NothingHappenedAsync($"Not yet: {failure.Text}");
                var pause = TimeSpan.FromSeconds(Math.Clamp(waited.TotalSeconds / 4, 0.5, 10));
                await Turn.Waits.PauseAsync(Step.Key, $"CloudStack says “{failure.Text}”. Tried again for up to {Step.LongestSeconds / 60.0:0.#} minutes, {waited.TotalSeconds:0} s so far", pause);
                return null;
            }
            return await Turn.RefuseAsync(failure.Code, failure.CsCode, $"{failure.Text} (tried for {waited.TotalMinutes:0.#} minutes)");
        }
        if (PassingRefusals.IsPassing(failure) && ++_passing < Turn.Patience.Attempts)
        {
            await Turn.NothingHappenedAsync(failure.ToString());
            await Turn.Waits.PauseAsync(Step.Key, $"Refused for a passing reason ({failure.Text})", Turn.Patience.FirstPause * _passing);
            return null;
        }
        // An earlier try of ours may have landed late, or somebody was quicker: then the refusal speaks of the object that is wanted.
        if (Memory.MayHaveLanded || WentUnseen || failure.Kind == FailureKind.Gone)
        {
            var seen = await SeeEffectAsync();
            if (seen.IsEffect) await Turn.RecordAsync(Memory.MayHaveLanded ? StepEffect.Recovered : StepEffect.Adopted, seen.Row, null);
            if (seen.IsEffect || seen.End is not null) return seen.End;
        }
        return await Turn.RefuseAsync(failure.Code, failure.CsCode, failure.Text);
    }
}
