using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Looking;
using CloudNetPortal.Push.Running;

namespace CloudNetPortal.Push;

/// <summary>
/// Compares what a plan would make with what is there, and changes nothing: the proof without the push. Objects are found as a push would find them, or by
/// the ids in the journal of the push that made them.
/// </summary>
/// <param name="plan">What should be there.</param>
/// <param name="client">The cloud to look at.</param>
/// <param name="openSecret">Opens a secret of the plan by its reference.</param>
/// <param name="time">The clock.</param>
public sealed class PlanVerifier(Plan plan, CloudStackClient client, Func<string, CancellationToken, Task<string>> openSecret, TimeProvider time)
{
    private static readonly PushPatience Patience = new() { Outage = TimeSpan.FromMinutes(1) };

    private readonly Dictionary<string, StepReport> _reports = [];

    /// <summary>Reads everything back. <see cref="PushOutcomeKind.Completed"/> means that all is as planned.</summary>
    /// <param name="journal">Of the push that made the objects; without it they are found by their natural keys.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<PushOutcome> RunAsync(IPushJournal? journal = null, CancellationToken stop = default)
    {
        // A memory of its own: what is learned here is not written into the journal of a push.
        var copy = new MemoryJournal();
        foreach (var entry in journal is null ? [] : await journal.ReadAsync(stop)) await copy.AppendAsync(entry, stop);
        var run = new RunMemory(copy, plan, time);
        await run.LoadAsync(plan.Hash());
        var reads = new PatientReads(client, new SharedReads(client, time), new Waits(Patience, new PushControl(), new Unwatched(), time, new Outage(time), stop), time);
        var arguments = new StepArguments(step => run[step].Learned, openSecret);
        try
        {
            await reads.LearnCommandsAsync();
            foreach (var step in plan.Steps)
            {
                stop.ThrowIfCancellationRequested();
                _reports[step.Key] = await LookAsync(step, run, reads, arguments);
            }
        }
        catch (RunStoppedException e)
        {
            return Outcome(e.Kind, e.Message);
        }
        var differing = _reports.Values.Count(r => r.State != StepState.Done);
        return differing == 0
            ? Outcome(PushOutcomeKind.Completed, $"All {plan.Steps.Count} steps are there as planned.")
            : Outcome(PushOutcomeKind.Differs, $"{differing} of {plan.Steps.Count} steps are not as planned.");
    }

    private async Task<StepReport> LookAsync(PlanStep step, RunMemory run, PatientReads reads, StepArguments arguments)
    {
        var memory = run[step.Key];
        try
        {
            if (memory.Effect is null && step.Lookup is { } lookup)
            {
                var rows = await new ObjectLookup(reads, arguments).FindAsync(step, lookup);
                var claimed = run.ClaimedByOthers(step.Key);
                // Objects without a natural key are told apart by nothing: each step takes one that no other has.
                if (lookup.Unclaimed) rows = [.. rows.Where(r => !claimed.Contains(r.Required("id"))).Take(1)];
                if (rows is not [var row])
                    return new StepReport(step.Key, step.Title, StepState.Differs) { Text = rows.Count == 0 ? "Not there." : $"{rows.Count} objects could be the one meant.", Proofs = [Missing(step, rows.Count)] };
                await run.AddAsync(new StepResult(time.GetUtcNow(), step.Key, StepEffect.Adopted, Learn(run, step, row)));
            }
            else if (memory.Effect is null)
            {
                await run.AddAsync(new StepResult(time.GetUtcNow(), step.Key, StepEffect.Adopted, memory.Learned));
            }
            IReadOnlyList<Proof> proofs = step.ReadBack is { } what ? (await new ReadBack(reads, arguments).ReadAsync(step, what, memory.Learned.GetValueOrDefault("id"))).Proofs : [];
            return new StepReport(step.Key, step.Title, proofs.All(p => p.Same) ? StepState.Done : StepState.Differs)
            {
                How = memory.Effect, ObjectId = memory.Learned.GetValueOrDefault("id"), Proofs = proofs,
                Text = proofs.All(p => p.Same) ? null : string.Join(' ', proofs.Where(p => !p.Same).Select(p => $"{p.Field}: planned “{p.Pushed}”, observed “{p.Observed}”.")),
            };
        }
        catch (UnknownFieldException)
        {
            return new StepReport(step.Key, step.Title, StepState.Skipped) { Text = "Cannot be looked at: what it belongs to is not there.", Proofs = [Missing(step, 0)] };
        }
        catch (CallFailedException e)
        {
            return new StepReport(step.Key, step.Title, StepState.Differs) { Code = e.Failure.Code, Text = $"{e.Command}: {e.Failure.Text}", Proofs = [Missing(step, 0)] };
        }
    }

    private static Dictionary<string, string> Learn(RunMemory run, PlanStep step, ListedRow row) =>
        run.WantedOf(step.Key).Select(f => (Field: f, Value: FieldPath.Text(row.Json, f))).Where(f => f.Value is not null).ToDictionary(f => f.Field, f => f.Value!);

    private static Proof Missing(PlanStep step, int found) => new(step.Key, step.Title, "", "one object", found == 0 ? null : $"{found} objects", Same: false, step.DesignPath);

    private PushOutcome Outcome(PushOutcomeKind kind, string text) =>
        new(kind, text, [.. plan.Steps.Select(s => _reports.GetValueOrDefault(s.Key) ?? new StepReport(s.Key, s.Title, StepState.Waiting))]);

    private sealed class Unwatched : IPushObserver
    {
        public void On(PushEvent happened) { }
    }
}
