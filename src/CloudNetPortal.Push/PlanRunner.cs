using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Running;

namespace CloudNetPortal.Push;

/// <summary>
/// Carries out a plan, several steps at a time as far as their needs and lanes allow, and can be ended at any point, kill −9 included, and run again on the same
/// journal. It knows no command: what is called, how an existing object is recognised and what is read back is all in the plan.
/// </summary>
/// <param name="plan">What to do.</param>
/// <param name="client">The cloud to do it in.</param>
/// <param name="journal">What is remembered; see <see cref="IPushJournal"/>.</param>
/// <param name="openSecret">Opens a secret of the plan by its reference, just before its call.</param>
/// <param name="observer">Watches; told of one thing at a time.</param>
/// <param name="time">The clock.</param>
public sealed class PlanRunner(
    Plan plan, CloudStackClient client, IPushJournal journal, Func<string, CancellationToken, Task<string>> openSecret, IPushObserver observer, TimeProvider time)
{
    /// <summary>How long to wait for what.</summary>
    public PushPatience Patience { get; init; } = new();

    /// <summary>Name of this worker in the journal.</summary>
    public string Worker { get; init; } = Environment.MachineName;

    /// <summary>How many calls are made at a time at most; CloudStack 4.23 gains nothing from more than four.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>An operator's choices for steps that were ambiguous: the object meant, or null to make a new one.</summary>
    public IReadOnlyDictionary<string, string?> Choices { get; init; } = new Dictionary<string, string?>();

    /// <summary>Steps that an operator has decided not to do.</summary>
    public IReadOnlyList<OperatorSkipped> Skips { get; init; } = [];

    /// <summary>Runs until the end, or until it has to stop. Steps that an earlier run finished are not repeated.</summary>
    /// <param name="control">Lets an operator pause or cancel.</param>
    /// <param name="stop">Ends the run as paused, after the calls in flight.</param>
    /// <exception cref="InvalidOperationException">The journal belongs to another plan, or the plan's steps are not in order.</exception>
    public async Task<PushOutcome> RunAsync(PushControl? control = null, CancellationToken stop = default)
    {
        var graph = new StepGraph(plan);
        var memory = new RunMemory(journal, plan, time);
        await memory.LoadAsync(plan.Hash());
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var told = new SerialObserver(observer);
        var course = new RunCourse(plan, graph, told, AtOnce, end);
        PushOutcome outcome;
        try
        {
            await StartAsync(memory);
            var (reads, writes) = (new Outage(time), new Outage(time));
            control ??= new PushControl();
            Waits NewWaits(Outage outage) => new(Patience, control, told, time, outage, end.Token);
            outcome = await CarryOutAsync(memory, told, course, () => NewWaits(reads), () => NewWaits(writes));
            await memory.AddAsync(new RunEnded(time.GetUtcNow(), outcome.Kind));
        }
        catch (FencedException e)
        {
            outcome = course.Outcome(PushOutcomeKind.Fenced, e.Message);
        }
        told.On(new RunFinished(outcome));
        return outcome;
    }

    private async Task StartAsync(RunMemory memory)
    {
        await memory.AddAsync(new RunStarted(time.GetUtcNow(), plan.Hash(), Worker));
        foreach (var (step, choice) in Choices) await memory.AddAsync(new OperatorChose(time.GetUtcNow(), step, choice));
        foreach (var skip in Skips)
        {
            if (plan.Steps.Any(s => s.Key == skip.Step) && memory[skip.Step].Skip != skip) await memory.AddAsync(skip);
        }
    }

    private async Task<PushOutcome> CarryOutAsync(RunMemory memory, IPushObserver told, RunCourse course, Func<Waits> reads, Func<Waits> writes)
    {
        try
        {
            var commands = await new PatientReads(client, new SharedReads(client, time), reads(), time).LearnCommandsAsync();
            if (MissingCommands(commands) is { Length: > 0 } missing)
                throw new RunStoppedException(PushOutcomeKind.NotAllowed, $"These keys may not use {string.Join(", ", missing)}, which the plan needs, or this CloudStack was built without the plug-in that has them.");
            var scene = new RunScene(plan, memory, client, commands, openSecret, Patience, told, time, reads, writes);
            return await course.RunAsync(scene);
        }
        catch (RunStoppedException e)
        {
            return course.Outcome(e.Kind, e.Message);
        }
    }

    private string[] MissingCommands(IReadOnlySet<string> allowed) =>
    [
        .. plan.Steps.SelectMany(s => new[] { s.OnlyFinds || s.Action is PlanAction.Keep or PlanAction.Wait ? null : s.Command, s.Lookup?.Command, s.ReadBack?.Command, s.Wait?.Command })
            .OfType<string>().Distinct().Where(c => !allowed.Contains(c)).Order(StringComparer.Ordinal),
    ];
}
