using System.Diagnostics;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push;

namespace CloudNetPortal.Cli.Drills;

/// <summary>
/// Kills this process with SIGKILL at a named point, to show that a push survives it. Asleep unless the environment says
/// <c>CLOUDNET_KILL_AT=STEP:PHASE</c>: a step number from 1 or its key, and a phase of <see cref="StepPhase"/>, or <c>unanswered</c> (CloudStack has done
/// its work, the answer is not read), or <c>inflight</c> (some milliseconds after sending began).
/// </summary>
internal sealed class KillDrill(IPushObserver then, Plan plan, string step, string phase) : DelegatingHandler, IPushObserver
{
    // Several steps send at the same time: only the flow of the step that is meant is armed.
    private readonly AsyncLocal<bool> _armed = new();

    public static KillDrill? Find(IPushObserver then, Plan plan)
    {
        if (Environment.GetEnvironmentVariable("CLOUDNET_KILL_AT") is not { Length: > 0 } at) return null;
        var colon = at.LastIndexOf(':');
        var (step, phase) = colon > 0 ? (at[..colon], at[(colon + 1)..].ToLowerInvariant()) : ("", "");
        var key = int.TryParse(step, out var number) && number >= 1 && number <= plan.Steps.Count ? plan.Steps[number - 1].Key : step;
        if (plan.Steps.All(s => s.Key != key) || (phase is not ("unanswered" or "inflight") && !Enum.TryParse<StepPhase>(phase, true, out _)))
            throw new InputException($"CLOUDNET_KILL_AT={at}: no such step or phase. Phases: {string.Join(", ", Enum.GetNames<StepPhase>()).ToLowerInvariant()}, unanswered, inflight.");
        return new KillDrill(then, plan, key, phase);
    }

    public void On(PushEvent happened)
    {
        if (happened is PhaseReached reached && reached.Key == step)
        {
            if (reached.Phase.ToString().Equals(phase, StringComparison.OrdinalIgnoreCase)) Die();
            _armed.Value = reached.Phase == StepPhase.Sending;
        }
        then.On(happened);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_armed.Value || phase is not ("unanswered" or "inflight")) return await base.SendAsync(request, cancellationToken);
        var sending = base.SendAsync(request, cancellationToken);
        if (phase == "unanswered") await sending;
        else await Task.Delay(4, cancellationToken);
        Die();
        return await sending;
    }

    private void Die()
    {
        Console.Error.WriteLine($"Drill: killed at step {step}, {phase}, of {plan.Steps.Count} steps.");
        using var self = Process.GetCurrentProcess();
        self.Kill();
        // The signal may take a moment; nothing must happen in it.
        new ManualResetEvent(false).WaitOne();
    }
}
