using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Acting;
using CloudNetPortal.Push.Journals;

namespace CloudNetPortal.Push.Running;

/// <summary>The course of one run: begins steps as they become possible, at most so many at a time, and knows where each stands.</summary>
internal sealed class RunCourse(Plan plan, StepGraph graph, IPushObserver observer, int atOnce, CancellationTokenSource end)
{
    private readonly Dictionary<string, StepReport> _reports = plan.Steps.ToDictionary(s => s.Key, s => new StepReport(s.Key, s.Title, StepState.Waiting));
    private readonly Dictionary<string, long> _doneAt = [];
    private readonly Dictionary<Task<StepReport>, PlanStep> _running = [];
    private readonly ConcurrentQueue<PlanStep> _answered = new();
    private readonly HashSet<string> _shown = [];
    private volatile TaskCompletionSource _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, int> _places = plan.Steps.Select((s, i) => (s.Key, i)).ToDictionary(x => x.Key, x => x.i);
    private readonly List<(PlanStep Step, Exception Cause)> _failures = [];

    public async Task<PushOutcome> RunAsync(RunScene scene)
    {
        try
        {
            await RunStepsAsync(scene, scene.WriteWaits());
        }
        catch
        {
            // Only a failing observer comes here: what is in flight is finished before that is told.
            await end.CancelAsync();
            await ((Task)Task.WhenAll(_running.Keys)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        return End(scene.WriteWaits());
    }

    private async Task RunStepsAsync(RunScene scene, Waits stops)
    {
        while (true)
        {
            if (!end.IsCancellationRequested && !stops.IsStopAsked) Begin(scene);
            if (_running.Count == 0) break;
            var woken = await Task.WhenAny([.. _running.Keys, _wake.Task]);
            _wake = _wake.Task.IsCompleted ? new(TaskCreationOptions.RunContinuationsAsynchronously) : _wake;
            while (_answered.TryDequeue(out var shown)) Show(shown, scene.Time.GetTimestamp());
            if (woken is Task<StepReport> ended && _running.Remove(ended, out var step)) await TakeAsync(step, ended, scene.Time);
        }
    }

    private PushOutcome End(Waits stops)
    {
        // The first in plan order speaks for all; a fence before everything, since under it nobody knows what the others did.
        var failures = _failures.ToArray();
        if (failures.FirstOrDefault(f => f.Cause is FencedException).Cause is { } fenced) throw fenced;
        if (failures.FirstOrDefault(f => f.Cause is not RunStoppedException).Cause is { } defect) ExceptionDispatchInfo.Throw(defect);
        var stopped = failures.Select(f => (RunStoppedException)f.Cause).OrderBy(IsByOrder).FirstOrDefault();
        // Whoever waited when something else ended the run says “paused”: not the reason.
        if (stopped is not null && !IsByOrder(stopped)) return Outcome(stopped.Kind, stopped.Message);
        if (plan.Steps.Select(s => _reports[s.Key]).FirstOrDefault(r => r.State == StepState.NeedsChoice) is { } asks) return Outcome(PushOutcomeKind.NeedsChoice, asks.Text ?? "An operator must choose.");
        if (stopped is not null) return Outcome(stopped.Kind, stopped.Message);
        if (plan.Steps.Any(s => _reports[s.Key].State == StepState.Waiting)) stops.ThrowIfStopped();
        return Ended();
    }

    public PushOutcome Outcome(PushOutcomeKind kind, string text) => new(kind, text, [.. plan.Steps.Select(s => _reports[s.Key])]);

    private void Begin(RunScene scene)
    {
        List<PlanStep> later = [];
        while (graph.TryTake(out var step))
        {
            if (AtItsEnd(step, scene.Memory) is { } report)
            {
                Settle(step, report, scene.Time.GetTimestamp());
                continue;
            }
            // A step that only waits takes nobody's place.
            if (step.Action != PlanAction.Wait && _running.Count(r => r.Value.Action != PlanAction.Wait) >= atOnce)
            {
                later.Add(step);
                if (later.Count > atOnce) break;
                continue;
            }
            Move(_reports[step.Key] with { State = StepState.Running });
            var turn = new StepTurn(scene, step, graph.Needs(step).Select(n => _doneAt.GetValueOrDefault(n)).DefaultIfEmpty(0).Max(), () => Answered(step));
            _running.Add(Task.Run(() => StepAct.For(turn).RunAsync()), step);
        }
        foreach (var step in later) graph.PutBack(step);
    }

    // What needs no run: done in an earlier one, skipped by an operator, or without what it needs.
    private StepReport? AtItsEnd(PlanStep step, RunMemory memory)
    {
        var known = memory[step.Key];
        if (known.Effect is not null && known.IsProven)
            return new StepReport(step.Key, step.Title, StepState.Done) { How = known.Effect, ObjectId = known.Learned.GetValueOrDefault("id"), Proofs = known.Proofs! };
        if (known.Skip is { } skip)
            return new StepReport(step.Key, step.Title, StepState.Skipped) { Text = $"Skipped by {skip.By}: {skip.Reason}", SkipReason = skip.Reason, ObjectId = known.Learned.GetValueOrDefault("id") };
        if (graph.Needs(step).FirstOrDefault(n => !Serves(step, n, memory)) is { } missing)
            return _reports[step.Key] with { State = StepState.Skipped, Text = $"Not started: “{_reports[missing].Title}” {Why(_reports[missing])}." };
        return null;
    }

    // A step that an operator skipped serves as long as nothing of its object is needed, or that is known all the same.
    private bool Serves(PlanStep step, string need, RunMemory memory) =>
        _reports[need].State == StepState.Done || (_reports[need].State == StepState.Running && _shown.Contains(need))
        || (_reports[need].SkipReason is not null && PlanOrder.References(step).Where(a => a.Step == need).All(a => memory[need].Learned.ContainsKey(a.Field ?? "id")));

    private async Task TakeAsync(PlanStep step, Task<StepReport> ended, TimeProvider time)
    {
        try
        {
            var report = await ended;
            if (report.State == StepState.NeedsChoice) await end.CancelAsync();
            Settle(step, report, time.GetTimestamp());
        }
        catch (Exception cause) when (ended.IsFaulted)
        {
            _failures.Add((step, cause));
            _failures.Sort((a, b) => _places[a.Step.Key].CompareTo(_places[b.Step.Key]));
            // Nothing new begins, and whoever pauses stops; calls in flight are finished.
            await end.CancelAsync();
        }
    }

    // On the thread of the step: the course itself goes on by being woken.
    private void Answered(PlanStep step)
    {
        _answered.Enqueue(step);
        _wake.TrySetResult();
    }

    private void Show(PlanStep step, long at)
    {
        _shown.Add(step.Key);
        _doneAt[step.Key] = at;
        graph.Settle(step);
    }

    private void Settle(PlanStep step, StepReport report, long at)
    {
        _doneAt.TryAdd(step.Key, at);
        Move(report);
        graph.Settle(step);
    }

    private static bool IsByOrder(RunStoppedException stopped) => stopped.Kind is PushOutcomeKind.Paused or PushOutcomeKind.Cancelled;

    private static string Why(StepReport report) => report switch
    {
        { State: StepState.Refused } => "was refused",
        { State: StepState.Differs } => "is not as pushed",
        { SkipReason: not null } => "was skipped by an operator, and its id is needed",
        _ => "was not done",
    };

    private PushOutcome Ended()
    {
        var all = plan.Steps.Select(s => _reports[s.Key]).ToArray();
        var refused = all.Where(r => r.State == StepState.Refused).ToArray();
        if (refused.Length > 0) return Outcome(PushOutcomeKind.Refused, $"CloudStack refused {refused.Length} of {plan.Steps.Count} steps: {refused[0].Title}: {refused[0].Text}");
        var differing = all.Count(r => r.State == StepState.Differs);
        if (differing > 0) return Outcome(PushOutcomeKind.Differs, $"{differing} of {plan.Steps.Count} steps read back otherwise than pushed.");
        var blocked = all.Where(r => r is { State: StepState.Skipped, SkipReason: null }).ToArray();
        if (blocked.Length > 0) return Outcome(PushOutcomeKind.Refused, $"{blocked.Length} of {plan.Steps.Count} steps need one that was skipped: {blocked[0].Title}. Skip them as well, or take the first skip back in a new change.");
        var skipped = all.Count(r => r.SkipReason is not null);
        return skipped > 0
            ? Outcome(PushOutcomeKind.Completed, $"{plan.Steps.Count - skipped} of {plan.Steps.Count} steps done and read back as pushed, {skipped} skipped by an operator.")
            : Outcome(PushOutcomeKind.Completed, $"All {plan.Steps.Count} steps done and read back as pushed.");
    }

    private void Move(StepReport report)
    {
        _reports[report.Key] = report;
        observer.On(new StepMoved(report));
    }
}
