using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Running;

namespace CloudNetPortal.Push;

/// <summary>
/// Carries out a plan, one step after another in plan order, and can be ended at any point, kill −9 included, and run again on the same journal. It knows no
/// command: what is called, how an existing object is recognised and what is read back is all in the plan.
/// </summary>
/// <param name="plan">What to do.</param>
/// <param name="client">The cloud to do it in.</param>
/// <param name="journal">What is remembered; see <see cref="IPushJournal"/>.</param>
/// <param name="openSecret">Opens a secret of the plan by its reference, just before its call.</param>
/// <param name="observer">Watches.</param>
/// <param name="time">The clock.</param>
public sealed class PlanRunner(
    Plan plan, CloudStackClient client, IPushJournal journal, Func<string, CancellationToken, Task<string>> openSecret, IPushObserver observer, TimeProvider time)
{
    private readonly Dictionary<string, StepReport> _reports = plan.Steps.ToDictionary(s => s.Key, s => new StepReport(s.Key, s.Title, StepState.Waiting));

    /// <summary>How long to wait for what.</summary>
    public PushPatience Patience { get; init; } = new();

    /// <summary>Name of this worker in the journal.</summary>
    public string Worker { get; init; } = Environment.MachineName;

    /// <summary>An operator's choices for steps that were ambiguous: the object meant, or null to make a new one.</summary>
    public IReadOnlyDictionary<string, string?> Choices { get; init; } = new Dictionary<string, string?>();

    /// <summary>Runs until the end, or until it has to stop. Steps that an earlier run finished are not repeated.</summary>
    /// <param name="control">Lets an operator pause or cancel.</param>
    /// <param name="stop">Ends the run as paused, after the call in flight.</param>
    /// <exception cref="InvalidOperationException">The journal belongs to another plan, or the plan's steps are not in order.</exception>
    public async Task<PushOutcome> RunAsync(PushControl? control = null, CancellationToken stop = default)
    {
        CheckOrder();
        var run = new RunMemory(journal, plan);
        control ??= new PushControl();
        Waits NewWaits() => new(Patience, control, observer, time, stop);
        await run.LoadAsync(plan.Hash());
        PushOutcome outcome;
        try
        {
            await StartAsync(run);
            outcome = await RunStepsAsync(run, new PatientReads(client, NewWaits()), NewWaits());
            await run.AddAsync(new RunEnded(time.GetUtcNow(), outcome.Kind));
        }
        catch (FencedException e)
        {
            outcome = Outcome(PushOutcomeKind.Fenced, e.Message);
        }
        observer.On(new RunFinished(outcome));
        return outcome;
    }

    private async Task StartAsync(RunMemory run)
    {
        await run.AddAsync(new RunStarted(time.GetUtcNow(), plan.Hash(), Worker));
        foreach (var (step, choice) in Choices) await run.AddAsync(new OperatorChose(time.GetUtcNow(), step, choice));
    }

    private async Task<PushOutcome> RunStepsAsync(RunMemory run, PatientReads reads, Waits waits)
    {
        var arguments = new StepArguments(step => run[step].Learned, openSecret);
        try
        {
            await reads.LearnCommandsAsync();
            if (MissingCommands(reads.Commands) is { Length: > 0 } missing)
                throw new RunStoppedException(PushOutcomeKind.NotAllowed, $"These keys may not use {string.Join(", ", missing)}, which the plan needs, or this CloudStack was built without the plug-in that has them.");
            foreach (var step in plan.Steps)
            {
                waits.ThrowIfStopped();
                var report = await RunStepAsync(step, run, waits, reads, arguments);
                Move(report);
                if (report.State == StepState.NeedsChoice) return Outcome(PushOutcomeKind.NeedsChoice, report.Text ?? "An operator must choose.");
            }
            return Ended();
        }
        catch (RunStoppedException e)
        {
            return Outcome(e.Kind, e.Message);
        }
    }

    private async Task<StepReport> RunStepAsync(PlanStep step, RunMemory run, Waits waits, PatientReads reads, StepArguments arguments)
    {
        var memory = run[step.Key];
        if (memory.Effect is not null && memory.IsProven)
            return new StepReport(step.Key, step.Title, StepState.Done) { How = memory.Effect, ObjectId = memory.Learned.GetValueOrDefault("id"), Proofs = memory.Proofs! };
        if (Needs(step).FirstOrDefault(n => _reports[n].State != StepState.Done) is { } missing)
            return _reports[step.Key] with { State = StepState.Skipped, Text = $"Not started: “{_reports[missing].Title}” {Why(_reports[missing].State)}." };
        Move(_reports[step.Key] with { State = StepState.Running });
        return await new StepRunner(step, run, client, reads, arguments, waits, Patience, observer, time).RunAsync();
    }

    private static IEnumerable<string> Needs(PlanStep step) =>
        step.After.Concat(RunMemory.References(step).Select(a => a.Step).OfType<string>()).Where(k => k != step.Key).Distinct();

    private static string Why(StepState state) => state switch
    {
        StepState.Refused => "was refused",
        StepState.Differs => "is not as pushed",
        _ => "was not done",
    };

    private string[] MissingCommands(IReadOnlySet<string> allowed) =>
    [
        .. plan.Steps.SelectMany(s => new[] { s.OnlyFinds ? null : s.Command, s.Lookup?.Command, s.ReadBack?.Command })
            .OfType<string>().Distinct().Where(c => !allowed.Contains(c)).Order(StringComparer.Ordinal),
    ];

    private void CheckOrder()
    {
        HashSet<string> before = [];
        foreach (var step in plan.Steps)
        {
            if (Needs(step).FirstOrDefault(n => !before.Contains(n)) is { } late)
                throw new InvalidOperationException($"Step “{step.Key}” needs “{late}”, which does not come before it.");
            if (!before.Add(step.Key)) throw new InvalidOperationException($"Step “{step.Key}” is twice in the plan.");
        }
    }

    private PushOutcome Ended()
    {
        var refused = _reports.Values.Where(r => r.State == StepState.Refused).ToArray();
        if (refused.Length > 0) return Outcome(PushOutcomeKind.Refused, $"CloudStack refused {refused.Length} of {plan.Steps.Count} steps: {refused[0].Title}: {refused[0].Text}");
        var differing = _reports.Values.Count(r => r.State == StepState.Differs);
        return differing > 0
            ? Outcome(PushOutcomeKind.Differs, $"{differing} of {plan.Steps.Count} steps read back otherwise than pushed.")
            : Outcome(PushOutcomeKind.Completed, $"All {plan.Steps.Count} steps done and read back as pushed.");
    }

    private PushOutcome Outcome(PushOutcomeKind kind, string text) => new(kind, text, [.. plan.Steps.Select(s => _reports[s.Key])]);

    private void Move(StepReport report)
    {
        _reports[report.Key] = report;
        observer.On(new StepMoved(report));
    }
}
